import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a relative address on a page with a base',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/based/rooms?day=[redacted] 404 (Not Found)',
      at: 'fetch-with-base.js@fetch',
      http: { method: 'GET', url: '__ORIGIN__/status/404/based/rooms?day=[redacted]', status: 404 },
      ticket: true,
    },
  ],
};
