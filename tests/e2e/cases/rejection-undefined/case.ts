import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with undefined',
  expect: [{ type: 'unhandled_rejection', message: 'undefined', name: '', ticket: true }],
};
