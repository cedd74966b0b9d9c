import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest with a name and a password',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/401/account 401 (Unauthorized)',
      http: { method: 'GET', url: '__ORIGIN__/status/401/account', status: 401 },
      ticket: false,
    },
  ],
};
