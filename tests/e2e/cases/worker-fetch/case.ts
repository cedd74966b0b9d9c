import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a request that fails in a worker',
  expect: [
    {
      type: 'http_error',
      message: /500/,
      http: { method: 'GET', url: '__ORIGIN__/status/500/from-worker', status: 500 },
      ticket: true,
    },
  ],
};
