import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "format specifiers are filled in by the browser's rules",
  expect: [
    {
      type: 'console_error',
      message: /^Ann paid 12 of 12\.5 100% styled extra$/,
      at: 'console-error-format.js@log',
      ticket: true,
    },
  ],
};
