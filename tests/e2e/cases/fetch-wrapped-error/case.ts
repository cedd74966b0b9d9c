import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a failed answer, and the error that a wrapper makes of it',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'HTTP 500',
      name: 'Error',
      at: 'fetch-wrapped-error.js@thrown',
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/wrapped 500 (Internal Server Error)',
      at: 'fetch-wrapped-error.js@fetch',
      http: { method: 'GET', url: '__ORIGIN__/status/500/wrapped', status: 500 },
      ticket: true,
    },
  ],
};
