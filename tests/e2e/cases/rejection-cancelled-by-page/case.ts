import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection that the page keeps out of the console',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'swallowed by the page',
      name: 'Error',
      at: 'rejection-cancelled-by-page.js@made',
      ticket: true,
    },
  ],
};
