import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'evaluated and injected scripts, with and without a name of their own',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: injected boom'),
      name: 'Error',
      source: 'injected.js',
      line: 2,
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: named eval boom'),
      name: 'Error',
      source: '__ORIGIN__/made/up.js',
      line: 3,
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: anonymous injected boom'),
      name: 'Error',
      source: '__ORIGIN__/cases/eval-with-source-url/eval-with-source-url.js',
      line: 12,
      ticket: true,
    },
  ],
};
