import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer that is not what its hash says',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__ORIGIN__/status/200/integrity', status: 0 },
      ticket: true,
    },
  ],
};
