import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch answered with 401',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/401/fetch 401 (Unauthorized)',
      http: { method: 'GET', url: '__ORIGIN__/status/401/fetch', status: 401 },
      at: 'fetch-401.js@fetch',
      ticket: false,
    },
  ],
};
