import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer of 500 that the page throws is one failure',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/response 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/response', status: 500 },
      ticket: true,
    },
  ],
};
