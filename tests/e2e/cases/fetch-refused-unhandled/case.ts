import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a failed fetch that nobody handles is one bug, not two',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__ORIGIN__/drop/unhandled', status: 0 },
      ticket: true,
    },
  ],
};
