import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "requests behind a wrapper like jQuery's",
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught SyntaxError: Unexpected token \'<\', "<!doctype "... is not valid JSON',
        firefox: 'SyntaxError: JSON.parse: unexpected character at line 1 column 1 of the JSON data',
      },
      name: 'SyntaxError',
      source: '__ORIGIN__/cases/jquery-like-ajax/jquery-like-ajax.js',
      line: 5,
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'ajax failed Internal Server Error',
      at: 'jquery-like-ajax.js@log',
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/500/ajax 500 (Internal Server Error)',
      at: 'jquery-like-ajax.js@send',
      http: { method: 'POST', url: '__ORIGIN__/status/500/ajax', status: 500 },
      ticket: true,
    },
  ],
};
