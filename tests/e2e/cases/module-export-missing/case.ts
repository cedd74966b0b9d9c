import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module that imports what is not exported',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: The requested module './rooms.js' does not provide an export named 'rooms'",
        firefox:
          "SyntaxError: The requested module '__ORIGIN__/cases/module-export-missing/rooms.js' doesn't provide an export named: 'rooms'",
      },
      name: 'SyntaxError',
      at: 'module-export-missing.js@import',
      ticket: true,
    },
  ],
};
