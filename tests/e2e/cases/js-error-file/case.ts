import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a TypeError in a function of a script file, after a click',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught TypeError: Cannot read properties of undefined (reading 'total')",
        firefox: `TypeError: can't access property "total", booking.price is undefined`,
      },
      name: 'TypeError',
      at: 'js-error-file.js@throw',
      column: { chromium: 24, firefox: 3 },
      signature: 'js-error-file.js|Cannot read properties of undefined|__LINE__',
      ticket: true,
    },
  ],
};
