import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an event stream that is missing',
  expect: [
    {
      type: 'http_error',
      message: /404/,
      http: { method: 'GET', url: '__ORIGIN__/status/404/stream', status: 404 },
      ticket: true,
    },
  ],
};
