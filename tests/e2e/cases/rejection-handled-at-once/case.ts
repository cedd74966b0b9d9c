import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'rejections that are handled in the same turn are none',
  expect: [{ type: 'console_error', message: 'control', at: 'rejection-handled-at-once.js@control', ticket: true }],
};
