import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that runs into AbortSignal.timeout is a failure',
  expect: [
    {
      type: 'network_error',
      message: /./,
      http: { method: 'GET', url: '__ORIGIN__/slow/20001', status: 0 },
      ticket: true,
    },
  ],
};
