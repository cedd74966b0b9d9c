import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that CORS forbids to read',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__OTHER_ORIGIN__/status/200/private?closed=', status: 0 },
      ticket: true,
    },
  ],
};
