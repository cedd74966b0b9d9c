import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error whose class makes its message on demand',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error', firefox: 'Error: made on demand' },
      name: 'Error',
      source: '__ORIGIN__/cases/error-message-getter/error-message-getter.js',
      line: { chromium: 7, firefox: 1 },
      ticket: true,
    },
  ],
};
