import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with the event of a script that did not load',
  expect: [
    { type: 'unhandled_rejection', message: /missing-chunk\.js/, ticket: true },
    { type: 'resource_error', message: 'Failed to load script: __ORIGIN__/status/404/missing-chunk.js', ticket: false },
  ],
};
