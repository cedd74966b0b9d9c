import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer of another site that the page may not read, but that says 503',
  expect: [
    {
      type: 'http_error',
      message: /503/,
      http: { method: 'GET', url: '__OTHER_ORIGIN__/status/503/opaque?closed=', status: 503 },
      ticket: true,
    },
  ],
};
