import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'endless recursion',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught RangeError: Maximum call stack size exceeded',
        firefox: 'InternalError: too much recursion',
      },
      name: { chromium: 'RangeError', firefox: 'InternalError' },
      at: 'stack-overflow.js@again',
      ticket: true,
    },
  ],
};
