import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch whose CORS question is refused is one failure',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'PUT', url: '__OTHER_ORIGIN__/status/200/preflight?closed=', status: 0 },
      ticket: true,
    },
  ],
};
