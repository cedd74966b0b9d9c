import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an AggregateError with its errors',
  expect: [
    {
      type: 'unhandled_rejection',
      message: { chromium: 'All promises were rejected', firefox: 'No Promise in Promise.any was resolved' },
      name: 'AggregateError',
      causes: ['first door shut', 'second door shut'],
      ticket: true,
    },
  ],
};
