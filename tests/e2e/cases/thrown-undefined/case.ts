import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown undefined',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught undefined', firefox: 'uncaught exception: undefined' },
      name: '',
      at: 'thrown-undefined.js@throw',
      ticket: true,
    },
  ],
};
