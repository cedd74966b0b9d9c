import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.error with a text',
  expect: [
    {
      type: 'console_error',
      message: 'stock service is down',
      args: ['stock service is down'],
      at: 'console-error.js@log',
      signature: 'console-error.js|stock service is down|__LINE__',
      ticket: true,
    },
  ],
};
