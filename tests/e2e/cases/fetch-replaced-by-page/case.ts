import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that mocks fetch: what it passes on is captured once',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/passed-on 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/passed-on', status: 500 },
      ticket: true,
    },
  ],
};
