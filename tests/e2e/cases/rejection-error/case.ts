import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with an error that nobody handles',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'rejected boom',
      name: 'Error',
      at: 'rejection-error.js@made',
      signature: 'rejection-error.js|rejected boom|__LINE__',
      ticket: true,
    },
  ],
};
