import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.error with an error takes place and stack from the error',
  expect: [
    {
      type: 'console_error',
      message: /Could not save.*disk full/s,
      at: 'console-error-with-error.js@made',
      ticket: true,
    },
  ],
};
