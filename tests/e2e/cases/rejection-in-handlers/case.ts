import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'rejections of async handlers and executors',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'in an async handler',
      name: 'Error',
      at: 'rejection-in-handlers.js@handler',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'in an async timer',
      name: 'Error',
      at: 'rejection-in-handlers.js@timer',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'in an executor',
      name: 'Error',
      at: 'rejection-in-handlers.js@executor',
      ticket: true,
    },
  ],
};
