import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a failed fetch that is caught, logged and thrown again is one',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__DEAD_ORIGIN__/logged', status: 0 },
      ticket: true,
    },
  ],
};
