import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.error with nothing but an error',
  expect: [
    {
      type: 'console_error',
      message: /out of paper/,
      name: 'Error',
      at: 'console-error-only-error.js@made',
      ticket: true,
    },
  ],
};
