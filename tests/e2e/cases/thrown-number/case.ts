import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown number',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught 4711', firefox: 'uncaught exception: 4711' },
      name: '',
      at: 'thrown-number.js@throw',
      ticket: true,
    },
  ],
};
