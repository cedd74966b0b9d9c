import { readFileSync } from 'node:fs';
import { number, object, parse } from 'valibot';
import type { ProcessOutcome } from './run-process.ts';

/** How the tests of one step ended, and what the step said. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  output: string;
}

const REPORT = object({
  numPassedTests: number(),
  numFailedTests: number(),
  numPendingTests: number(),
  numTodoTests: number(),
});

export function oneTest(passed: boolean, output: string): Tally {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, output };
}

/**
 * The tests of a run of vitest. A run that went wrong without a failed test (a file that cannot be loaded, an error outside of any
 * test, no test at all) counts as one failure.
 */
export function countVitest(file: string, { code, output }: ProcessOutcome): Tally {
  const report = readReport(file);
  if (!report) return oneTest(false, output);
  const failed = Math.max(report.numFailedTests, code === 0 && report.numPassedTests > 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests, output };
}

function readReport(file: string) {
  try {
    return parse(REPORT, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The last line of a run: `12 passed, 0 failed`, and the skipped ones if there are any. */
export function summary(tallies: Tally[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
