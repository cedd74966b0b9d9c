import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch of another site, which may be read, answered with 500',
  expect: [
    {
      type: 'http_error',
      message: 'GET __OTHER_ORIGIN__/status/500/open 500 (Internal Server Error)',
      at: 'fetch-cross-origin-500.js@fetch',
      http: { method: 'GET', url: '__OTHER_ORIGIN__/status/500/open', status: 500 },
      ticket: true,
    },
  ],
};
