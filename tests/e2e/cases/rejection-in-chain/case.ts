import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection at the end of a chain',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'second step',
      name: 'TypeError',
      at: 'rejection-in-chain.js@made',
      ticket: true,
    },
  ],
};
