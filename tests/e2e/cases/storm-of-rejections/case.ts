import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'five thousand identical rejections are counted to the last',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'flood',
      name: 'Error',
      at: 'storm-of-rejections.js@made',
      count: 5000,
      ticket: true,
    },
  ],
};
