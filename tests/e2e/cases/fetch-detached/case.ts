import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'fetch taken off the window, called and bound',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/detached 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/detached', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/called 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/called', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/bound 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/bound', status: 500 },
      ticket: true,
    },
  ],
};
