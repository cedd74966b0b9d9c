import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest that the page aborts is no error',
  expect: [{ type: 'console_error', message: 'control', at: 'xhr-abort.js@control', ticket: true }],
};
