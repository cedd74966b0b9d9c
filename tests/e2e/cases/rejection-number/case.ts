import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with number',
  expect: [{ type: 'unhandled_rejection', message: '404', name: '', ticket: true }],
};
