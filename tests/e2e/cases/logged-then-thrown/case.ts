import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is logged and then thrown is one',
  expect: [{ type: 'console_error', message: /same trouble/, at: 'logged-then-thrown.js@made', ticket: true }],
};
