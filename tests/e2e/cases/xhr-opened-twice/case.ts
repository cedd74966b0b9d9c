import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest that is opened twice is the second',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/sent 404 (Not Found)',
      http: { method: 'GET', url: '__ORIGIN__/status/404/sent', status: 404 },
      ticket: true,
    },
  ],
};
