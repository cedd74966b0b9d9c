import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with a plain object',
  expect: [{ type: 'unhandled_rejection', message: /E_STOCK/, name: '', ticket: true }],
};
