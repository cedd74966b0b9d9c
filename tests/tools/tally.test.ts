import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countVitest, oneTest, summary } from './tally.ts';

let file: string;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'vigie-tally-')), 'report.json');
});

afterEach(() => rmSync(join(file, '..'), { recursive: true }));

function count(code: number, report?: Partial<Record<string, number>>) {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  if (report) writeFileSync(file, JSON.stringify({ ...none, ...report }));
  const { passed, failed, skipped } = countVitest(file, { code, output: '', stdout: '' });
  return [passed, failed, skipped];
}

it('counts every test of a report', () => {
  expect(count(0, { numPassedTests: 12, numPendingTests: 2, numTodoTests: 1 })).toEqual([12, 0, 3]);
  expect(count(1, { numPassedTests: 12, numFailedTests: 3 })).toEqual([12, 3, 0]);
});

it('counts a failure when the run failed without a failed test', () => {
  expect(count(1, { numPassedTests: 12 })).toEqual([12, 1, 0]);
});

it('counts a failure when there was no test or no report', () => {
  expect(count(0, {})).toEqual([0, 1, 0]);
  expect(count(0)).toEqual([0, 1, 0]);
});

it('ends with the line that others read', () => {
  expect(summary([oneTest(true, ''), oneTest(true, '')])).toBe('2 passed, 0 failed');
  expect(summary([oneTest(false, ''), { passed: 5, failed: 0, skipped: 2, output: '' }])).toBe(
    '5 passed, 1 failed, 2 skipped',
  );
});
