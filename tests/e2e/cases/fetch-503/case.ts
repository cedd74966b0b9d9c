import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch answered with 503',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/503/fetch 503 (Service Unavailable)',
      http: { method: 'GET', url: '__ORIGIN__/status/503/fetch', status: 503 },
      at: 'fetch-503.js@fetch',
      ticket: true,
    },
  ],
};
