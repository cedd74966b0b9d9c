import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'thirty logs of objects that differ in their values are one ticket',
  expect: [
    {
      type: 'console_error',
      message: /^row \{"id":\d+,/,
      at: 'console-in-loop.js@log',
      count: 30,
      ticket: true,
    },
  ],
};
