import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'rejections that promise libraries dispatch',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'bluebird boom',
      name: 'Error',
      at: 'synthetic-rejections.js@made',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'made by hand',
      name: 'Error',
      at: 'synthetic-rejections.js@hand',
      ticket: true,
    },
    { type: 'unhandled_rejection', message: 'bluebird text', source: '', line: 0, ticket: true },
    { type: 'console_error', message: 'control', at: 'synthetic-rejections.js@control', ticket: true },
  ],
};
