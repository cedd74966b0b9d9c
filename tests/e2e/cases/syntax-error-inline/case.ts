import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'syntax errors in an inline script and in an attribute',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: Unexpected token ';'",
        firefox: 'SyntaxError: missing } after property list',
      },
      name: 'SyntaxError',
      at: 'page.html@inline',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: Failed to execute 'click' on 'HTMLElement': Unexpected end of input",
        firefox: "SyntaxError: expected expression, got '}'",
      },
      name: 'SyntaxError',
      source: '__ORIGIN__/cases/syntax-error-inline/page.html',
      line: 8,
      ticket: true,
    },
  ],
};
