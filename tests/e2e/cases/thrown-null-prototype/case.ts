import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown object without a prototype',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught exception', firefox: "uncaught exception: unknown (can't convert to string)" },
      at: 'thrown-null-prototype.js@throw',
      ticket: true,
    },
  ],
};
