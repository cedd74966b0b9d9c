import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a promise whose two branches nobody handles',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'one failure',
      name: 'Error',
      at: 'rejection-of-two-branches.js@made',
      count: 2,
      ticket: true,
    },
  ],
};
