import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a failed assertion is a console error, a held one is nothing',
  expect: [
    { type: 'console_error', message: 'Assertion failed: cart is empty', at: 'console-assert.js@assert', ticket: true },
    { type: 'console_error', message: 'Assertion failed', at: 'console-assert.js@bare', ticket: true },
  ],
};
