/**
 * `npm run bench:engine [-- --occurrences N]`: how fast occurrences are stored in a database that holds many already, against bare
 * IndexedDB writing the very same rows; and what the monitoring screen's query costs in a small database and in a large one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../tools/find-browser.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { extensionWithPage } from '../extension-page.ts';
import { type BenchPlan, type BenchResult, FULL_PLAN } from './plan.ts';

/** Shares that the project promises: of the speed of bare writes, and of the small database's query time. */
const PROMISED = { share: 0.5, slower: 1.5 };

async function measure(plan: BenchPlan): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bench-'));
  const extension = await extensionWithPage(folder, join(import.meta.dirname, 'page.ts'));
  const launched = await launchChromium({ executablePath: await findBrowser('chromium'), extension, headless: true });
  try {
    const page = await launched.browser.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/bench.html`);
    await page.waitForFunction('typeof startMeasuring === "function"');
    await page.evaluate(`startMeasuring(${JSON.stringify(plan)})`);
    for (;;) {
      const failed = await page.evaluate('globalThis.failed');
      if (typeof failed === 'string') throw new Error(failed);
      const text = await page.evaluate('JSON.stringify(globalThis.measured)');
      if (typeof text === 'string') return JSON.parse(text);
      await sleep(500);
    }
  } finally {
    await launched.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function report({ occurrences, errors, small, batch }: BenchPlan, { ingest, queries }: BenchResult): string {
  return [
    `${occurrences} occurrences, ${errors} tickets, batches of ${batch}`,
    `ingest            ${ingest.perSecond.toFixed(0)} occurrences/s, ${ingest.rowsPerOccurrence.toFixed(2)} rows each`,
    `bare IndexedDB    ${ingest.barePerSecond.toFixed(0)} occurrences/s, the same rows`,
    `share             ${percent(ingest.share)} (median ${percent(ingest.medianShare)}), promised ${percent(PROMISED.share)}`,
    ...queries.map(
      ({ milliseconds, rows }, index) =>
        `monitoring query  ${milliseconds.toFixed(2)} ms, ${rows} rows read at ${index === 0 ? small : occurrences} occurrences`,
    ),
    `slower            ${slower(queries).toFixed(2)} times, promised at most ${PROMISED.slower}`,
  ].join('\n');
}

function slower(queries: BenchResult['queries']): number {
  return (queries.at(-1)?.milliseconds ?? 0) / (queries[0]?.milliseconds ?? 0);
}

function isKept({ ingest, queries }: BenchResult): boolean {
  return ingest.share >= PROMISED.share && slower(queries) <= PROMISED.slower;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

const { values } = parseArgs({ options: { occurrences: { type: 'string' } } });
const plan = { ...FULL_PLAN, ...(values.occurrences === undefined ? {} : { occurrences: Number(values.occurrences) }) };
const result = await measure(plan);
console.log(report(plan, result));
if (!isKept(result)) process.exitCode = 1;
