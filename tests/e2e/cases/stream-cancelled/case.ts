import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer that the page no longer wants is no failure',
  expect: [{ type: 'console_error', message: 'enough was read', at: 'stream-cancelled.js@done', ticket: true }],
};
