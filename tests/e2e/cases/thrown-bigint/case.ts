import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown bigint',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught 9007199254740993', firefox: 'uncaught exception: 9007199254740993' },
      name: '',
      at: 'thrown-bigint.js@throw',
      ticket: true,
    },
  ],
};
