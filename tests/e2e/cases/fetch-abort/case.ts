import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that the page aborts is no error',
  expect: [{ type: 'console_error', message: 'control', at: 'fetch-abort.js@control', ticket: true }],
};
