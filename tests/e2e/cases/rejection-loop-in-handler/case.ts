import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a handler of rejections that rejects',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'the handler rejects too',
      name: 'Error',
      at: 'rejection-loop-in-handler.js@again',
      count: 2,
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'first rejection',
      name: 'Error',
      at: 'rejection-loop-in-handler.js@first',
      ticket: true,
    },
  ],
};
