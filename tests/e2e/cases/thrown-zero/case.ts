import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown zero',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught 0', firefox: 'uncaught exception: 0' },
      name: '',
      at: 'thrown-zero.js@throw',
      ticket: true,
    },
  ],
};
