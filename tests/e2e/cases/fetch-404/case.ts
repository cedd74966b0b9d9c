import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch answered with 404',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/fetch 404 (Not Found)',
      http: { method: 'GET', url: '__ORIGIN__/status/404/fetch', status: 404 },
      signature: '/status/*/fetch|GET 404|0',
      at: 'fetch-404.js@fetch',
      ticket: true,
    },
  ],
};
