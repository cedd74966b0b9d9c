/**
 * `npm run bench:ui [-- --rounds N] [-- --minutes N] [-- --occurrences N]`: how long people wait for the screens with 100,000 occurrences,
 * against the same with 1,000, in one run: the two take turns, so that a machine that gets slower slows both. Then whether rows are missing
 * while one scrolls, and what the list of errors holds while errors come. A run in full size is written into BENCHMARKS.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../tools/find-browser.ts';
import { launchChromium, type LaunchedChromium } from '../../tools/launch-chromium.ts';
import { ROOT } from '../../tools/root.ts';
import { extensionWithPage } from '../extension-page.ts';
import { WAITS, waited } from './measure.ts';
import { heldThrough } from './memory.ts';
import { large, SMALL, WHOLE, type LivedIn } from './plan.ts';
import { report, type Waited } from './report.ts';
import { scrolledThrough } from './scroll.ts';

const PAGE = join(ROOT, 'BENCHMARKS.md');
const MARKED = /(?<=<!-- screens -->\n)[\s\S]*(?=<!-- \/screens -->)/;
/** Of a run that is written down. */
const ROUNDS = 7;
const MINUTES = 10;

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

/** Every wait in every round: what the browser still does after the filling falls on all of them. */
async function measure(small: Lived, many: Lived, rounds: number): Promise<Waited[]> {
  const all = WAITS.map((wait) => ({ wait, few: new Array<number>(), many: new Array<number>() }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const times of all) {
      for (const [into, { launched, origin, tab }] of [[times.few, small] as const, [times.many, many] as const]) {
        const time = await waited(launched.browser, origin, tab, times.wait);
        // The first one warms up.
        if (round > 0) into.push(time);
      }
    }
  }
  return all.map(({ wait: { name, aim }, ...times }) => ({ name, aim, ...times }));
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: String(ROUNDS) },
    minutes: { type: 'string', default: String(MINUTES) },
    occurrences: { type: 'string', default: String(WHOLE) },
  },
});
const rounds = Number(values.rounds);
const minutes = Number(values.minutes);
const occurrences = Number(values.occurrences);
const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'));
const open: Lived[] = [];
try {
  const extension = await extensionWithPage(folder, join(import.meta.dirname, 'page.ts'));
  const plan = large(occurrences);
  const small = await liveIn(extension, SMALL);
  open.push(small);
  const many = await liveIn(extension, plan);
  open.push(many);
  console.log(`${plan.occurrences} occurrences, ${plan.signatures} errors, ${plan.tickets} tickets`);
  const all = await measure(small, many, rounds);
  const { browser } = many.launched;
  const scrolled = await scrolledThrough(browser, many.origin);
  const memory = minutes > 0 ? await heldThrough(browser, many.origin, minutes, { before: occurrences, plan }) : null;
  const text = report({ plan, waited: all, scrolled, memory });
  console.log(text);
  if (rounds >= ROUNDS && minutes >= MINUTES && occurrences >= WHOLE) {
    writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(MARKED, `\n${text}\n\n`));
  }
} finally {
  for (const { launched } of open) await launched.close();
  await rm(folder, { recursive: true, force: true });
}
