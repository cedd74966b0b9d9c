import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a native error in a script of another site without CORS, of which browsers hide all',
  expect: [
    {
      type: 'js_error',
      message: 'Script error.',
      source: { chromium: '', firefox: '__OTHER_ORIGIN__/cases/cross-origin-muted/code.js' },
      line: 0,
      ticket: true,
    },
  ],
};
