import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a log by a helper of the application is placed where the helper was called',
  expect: [{ type: 'console_error', message: '[shop] checkout failed', at: 'app.js@call', ticket: true }],
};
