import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a message with lone surrogates and NULs',
  expect: [
    {
      type: 'js_error',
      message: { chromium: /^Uncaught Error: before.*after$/s, firefox: /^Error: before/ },
      at: 'lone-surrogates.js@throw',
      ticket: true,
    },
  ],
};
