import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection that is handled too late stays one',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'handled too late',
      name: 'Error',
      at: 'rejection-handled-after-a-second.js@made',
      ticket: true,
    },
  ],
};
