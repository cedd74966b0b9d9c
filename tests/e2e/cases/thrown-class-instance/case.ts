import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown object of a class that is no error',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught [object Object]', firefox: 'uncaught exception: [object Object]' },
      at: 'thrown-class-instance.js@throw',
      ticket: true,
    },
  ],
};
