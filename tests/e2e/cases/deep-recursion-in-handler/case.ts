import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error handler that overflows the stack',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: first failure'),
      name: 'Error',
      at: 'deep-recursion-in-handler.js@throw',
      ticket: true,
    },
    {
      type: 'console_error',
      message: { chromium: 'handler overflowed RangeError', firefox: 'handler overflowed InternalError' },
      at: 'deep-recursion-in-handler.js@log',
      ticket: true,
    },
  ],
};
