import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a script file that does not parse',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: Unexpected identifier 'is'",
        firefox: 'SyntaxError: missing ) in parenthetical',
      },
      name: 'SyntaxError',
      at: 'syntax-error.js@wrong',
      ticket: true,
    },
  ],
};
