import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.warn is captured and makes no ticket',
  expect: [
    {
      type: 'console_warn',
      message: 'price list is old',
      at: 'console-warn.js@log',
      signature: 'console-warn.js|price list is old|__LINE__',
      ticket: false,
    },
  ],
};
