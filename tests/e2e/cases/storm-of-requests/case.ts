import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'forty failed requests of one endpoint are one ticket, counted',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/storm?n=[redacted] 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/storm?n=[redacted]', status: 500 },
      count: 40,
      ticket: true,
    },
  ],
};
