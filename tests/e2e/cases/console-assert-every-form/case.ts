import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'failed assertions of every form',
  expect: [
    { type: 'console_error', message: 'Assertion failed', at: 'console-assert-every-form.js@bare', ticket: true },
    {
      type: 'console_error',
      message: 'Assertion failed: zero filled',
      at: 'console-assert-every-form.js@filled',
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'Assertion failed {"cart":1}',
      at: 'console-assert-every-form.js@object',
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'Assertion failed Error: behind the assertion',
      name: 'Error',
      at: 'console-assert-every-form.js@error',
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'Assertion failed: a b c',
      at: 'console-assert-every-form.js@many',
      ticket: true,
    },
  ],
};
