import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown null',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught null', firefox: 'uncaught exception: null' },
      name: '',
      at: 'thrown-null.js@throw',
      ticket: true,
    },
  ],
};
