import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that does not want to be redirected',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__ORIGIN__/redirect?to=[redacted]', status: 0 },
      ticket: true,
    },
  ],
};
