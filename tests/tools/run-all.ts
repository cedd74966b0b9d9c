import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STEPS, type Step } from './steps.ts';
import { type Tally, summary } from './tally.ts';

const NAME_WIDTH = 18;

const stopping = new AbortController();
const full = process.argv.includes('--full');
/** Names of single steps, for somebody who mends one: `npm test -- lint types`. */
const chosen = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));

let stopCode = 0;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    stopCode = code;
    stopping.abort();
  });
}

const folder = await mkdtemp(join(tmpdir(), 'vigie-test-'));
try {
  process.exitCode = await runAll();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function runAll(): Promise<number> {
  const steps = STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  if (steps.length === 0) {
    console.error(`No such step. There are: ${STEPS.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const results = new Map<string, Tally>();
  for (const step of steps) {
    if (stopping.signal.aborted) break;
    results.set(step.name, await runStep(step, results));
  }
  const tallies = [...results.values()];
  if (stopCode) console.log('\nStopped before the end.');
  console.log(`\n${summary(tallies)}`);
  return stopCode || (tallies.some(({ failed }) => failed > 0) ? 1 : 0);
}

async function runStep(step: Step, results: Map<string, Tally>): Promise<Tally> {
  const missing = step.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0);
  process.stdout.write(`${step.name.padEnd(NAME_WIDTH)} `);
  if (missing) {
    console.log(`not run: "${missing}" failed`);
    return { passed: 0, failed: 0, skipped: 1, output: '' };
  }
  const reports = join(folder, step.name.replaceAll(' ', '-'));
  await mkdir(reports);
  const start = performance.now();
  const tally = await step.run({ full, folder: reports, signal: stopping.signal });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const numbers = tally.passed + tally.failed + tally.skipped > 1 ? `  ${summary([tally])}` : '';
  console.log(`${tally.failed > 0 ? 'FAILED' : 'ok'.padEnd(6)} ${seconds.padStart(6)} s${numbers}`);
  if (tally.failed > 0) console.log(indent(tally.output));
  return tally;
}

function indent(output: string): string {
  return `\n${output.trim()}\n`.replaceAll('\n', '\n    ');
}
