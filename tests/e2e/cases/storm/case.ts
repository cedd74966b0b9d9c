import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'two thousand different errors are counted to the last one',
  expect: [{ type: 'console_error', message: /^storm/, count: 2000, ticket: true }],
};
