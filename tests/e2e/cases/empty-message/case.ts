import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error without a message',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error', firefox: 'Error: ' },
      name: 'Error',
      at: 'empty-message.js@throw',
      ticket: true,
    },
  ],
};
