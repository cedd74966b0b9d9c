import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with null',
  expect: [{ type: 'unhandled_rejection', message: 'null', name: '', ticket: true }],
};
