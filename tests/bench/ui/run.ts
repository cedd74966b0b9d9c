/**
 * `npm run bench:ui [-- --rounds N]`: how long people wait for the screens with 100,000 occurrences, against the same with 1,000, in
 * one run: the two take turns, so that a machine that gets slower slows both.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../tools/find-browser.ts';
import { launchChromium, type LaunchedChromium } from '../../tools/launch-chromium.ts';
import { extensionWithPage } from '../extension-page.ts';
import { WAITS, waited } from './measure.ts';
import { LARGE, SMALL, type LivedIn } from './plan.ts';

/** How much longer the large database may take. */
const PROMISED = 1.5;

interface Lived {
  launched: LaunchedChromium;
  origin: string;
  tab: number;
}

/** A browser with a database that was worked in. */
async function liveIn(extension: string, plan: LivedIn): Promise<Lived> {
  const launched = await launchChromium({ executablePath: await findBrowser('chromium'), extension, headless: true });
  const origin = `chrome-extension://${launched.extensionId}`;
  const page = await launched.browser.newPage();
  await page.goto(`${origin}/bench.html`);
  await page.waitForFunction('typeof startFilling === "function"');
  await page.evaluate(`startFilling(${JSON.stringify(plan)})`);
  for (;;) {
    const failed = await page.evaluate('globalThis.failed');
    if (typeof failed === 'string') throw new Error(failed);
    const tab = await page.evaluate('globalThis.filled');
    if (typeof tab === 'number') return { launched, origin, tab };
    await sleep(500);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function measure(small: Lived, large: Lived, rounds: number): Promise<string[]> {
  const lines: string[] = [];
  for (const wait of WAITS) {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index, { launched, origin, tab }] of [small, large].entries()) {
        const time = await waited(launched.browser, origin, tab, wait);
        // The first one warms up.
        if (round > 0) times[index === 0 ? 0 : 1].push(time);
      }
    }
    const [few, many] = [median(times[0]), median(times[1])];
    const figures = `${few.toFixed(0).padStart(6)} ms ${many.toFixed(0).padStart(6)} ms`;
    lines.push(
      `${wait.name.padEnd(20)} ${figures}  ${(many / few).toFixed(2)} times  (aim ${wait.aim} ms, ${PROMISED} times)`,
    );
  }
  return lines;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'));
const open: Lived[] = [];
try {
  const extension = await extensionWithPage(folder, join(import.meta.dirname, 'page.ts'));
  const small = await liveIn(extension, SMALL);
  open.push(small);
  const large = await liveIn(extension, LARGE);
  open.push(large);
  console.log(
    `${SMALL.occurrences} and ${LARGE.occurrences} occurrences, ${LARGE.signatures} errors, ${LARGE.tickets} tickets`,
  );
  for (const line of await measure(small, large, Number(values.rounds))) console.log(line);
} finally {
  for (const { launched } of open) await launched.close();
  await rm(folder, { recursive: true, force: true });
}
