import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'every argument of console.error is kept',
  expect: [{ type: 'console_error', message: /^Booking failed/, at: 'console-error-arguments.js@log', ticket: true }],
};
