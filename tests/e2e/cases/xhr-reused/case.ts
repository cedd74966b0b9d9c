import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an object that its own handler uses for a second request',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/500/second 500 (Internal Server Error)',
      at: 'xhr-reused.js@second',
      http: { method: 'POST', url: '__ORIGIN__/status/500/second', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/first 404 (Not Found)',
      at: 'xhr-reused.js@first',
      http: { method: 'GET', url: '__ORIGIN__/status/404/first', status: 404 },
      ticket: true,
    },
  ],
};
