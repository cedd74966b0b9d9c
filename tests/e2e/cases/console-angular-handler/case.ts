import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error handler that logs what it caught, as in Angular',
  expect: [
    {
      type: 'console_error',
      message: {
        chromium: "ERROR TypeError: Cannot read properties of undefined (reading 'total')",
        firefox: 'ERROR TypeError: can\'t access property "total", order is undefined',
      },
      name: 'TypeError',
      at: 'console-angular-handler.js@thrown',
      ticket: true,
    },
  ],
};
