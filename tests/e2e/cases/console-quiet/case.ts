import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'other console methods are none of our business',
  expect: [{ type: 'console_error', message: 'control', at: 'console-quiet.js@control', ticket: true }],
};
