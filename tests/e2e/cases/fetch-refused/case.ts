import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch to a port where nobody listens',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__DEAD_ORIGIN__/api/rooms', status: 0 },
      signature: '/api/rooms|GET 0|0',
      ticket: true,
    },
  ],
};
