import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'methods that write no error, also those that the browser warns about',
  expect: [{ type: 'console_error', message: 'control', at: 'console-other-methods.js@control', ticket: true }],
};
