import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error whose message is a number',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error', firefox: 'Error: ' },
      name: 'Error',
      at: 'error-numeric-message.js@made',
      ticket: true,
    },
  ],
};
