import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module whose dependency does not parse',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: Unexpected token ';'",
        firefox: "SyntaxError: expected expression, got ';'",
      },
      name: 'SyntaxError',
      at: 'broken.js@wrong',
      ticket: true,
    },
  ],
};
