import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown function',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught function refund() {}', firefox: 'uncaught exception: function refund() {}' },
      name: '',
      at: 'thrown-function.js@throw',
      ticket: true,
    },
  ],
};
