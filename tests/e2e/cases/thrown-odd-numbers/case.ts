import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'thrown numbers that are hardly numbers',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught NaN', firefox: 'uncaught exception: NaN' },
      at: 'thrown-odd-numbers.js@nan',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught 0', firefox: 'uncaught exception: 0' },
      at: 'thrown-odd-numbers.js@zero',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught -Infinity', firefox: 'uncaught exception: -Infinity' },
      at: 'thrown-odd-numbers.js@infinity',
      ticket: true,
    },
  ],
};
