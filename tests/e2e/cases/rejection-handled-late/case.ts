import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection that is handled a moment later is none',
  expect: [{ type: 'console_error', message: 'control', at: 'rejection-handled-late.js@control', ticket: true }],
};
