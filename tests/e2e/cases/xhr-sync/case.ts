import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a synchronous XMLHttpRequest that fails',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/sync 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/sync', status: 500 },
      ticket: true,
    },
  ],
};
