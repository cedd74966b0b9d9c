import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch answered with 500',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/fetch 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/fetch', status: 500 },
      signature: '/status/*/fetch|GET 500|0',
      at: 'fetch-500.js@fetch',
      ticket: true,
    },
  ],
};
