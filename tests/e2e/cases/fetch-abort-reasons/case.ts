import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'fetches aborted for every kind of reason are no errors',
  expect: [{ type: 'console_error', message: 'control', at: 'fetch-abort-reasons.js@control', ticket: true }],
};
