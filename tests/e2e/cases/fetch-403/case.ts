import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch answered with 403',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/403/fetch 403 (Forbidden)',
      http: { method: 'GET', url: '__ORIGIN__/status/403/fetch', status: 403 },
      signature: '/status/*/fetch|GET 403|0',
      at: 'fetch-403.js@fetch',
      ticket: false,
    },
  ],
};
