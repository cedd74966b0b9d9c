import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that the page aborts while it reads the answer is no error',
  expect: [{ type: 'console_error', message: 'control', at: 'fetch-abort-after-headers.js@control', ticket: true }],
};
