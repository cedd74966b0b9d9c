import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.error without arguments',
  expect: [{ type: 'console_error', message: '', at: 'console-error-nothing.js@log', ticket: true }],
};
