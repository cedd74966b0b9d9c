import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an exception without a stack is logged: the place is that of the call',
  expect: [
    {
      type: 'console_error',
      message: 'AbortError: called off',
      at: 'console-error-without-stack.js@exception',
      name: 'AbortError',
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'Error: no stack left',
      at: 'console-error-without-stack.js@emptied',
      name: 'Error',
      ticket: true,
    },
  ],
};
