import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'fetch of a frame without an address of its own, called by its parent',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/of-frame 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/of-frame', status: 500 },
      ticket: true,
    },
  ],
};
