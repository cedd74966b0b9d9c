import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown empty string',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught ', firefox: 'uncaught exception: ' },
      name: '',
      at: 'thrown-empty-string.js@throw',
      ticket: true,
    },
  ],
};
