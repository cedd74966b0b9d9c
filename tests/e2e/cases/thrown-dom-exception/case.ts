import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a DOMException made by the page',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught DataError: bad data', firefox: 'DataError: bad data' },
      name: 'DataError',
      at: 'thrown-dom-exception.js@throw',
      ticket: true,
    },
  ],
};
