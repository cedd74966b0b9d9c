import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'ten identical rejections are one ticket and a count of ten',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'no and no',
      at: 'ten-identical-rejections.js@made',
      count: 10,
      ticket: true,
    },
  ],
};
