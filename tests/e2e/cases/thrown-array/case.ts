import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown list',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught E_FULL,12,[object Object]',
        firefox: 'uncaught exception: E_FULL,12,[object Object]',
      },
      at: 'thrown-array.js@throw',
      ticket: true,
    },
  ],
};
