import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown boolean',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught false', firefox: 'uncaught exception: false' },
      name: '',
      at: 'thrown-boolean.js@throw',
      ticket: true,
    },
  ],
};
