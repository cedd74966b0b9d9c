import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest that runs into its timeout',
  expect: [
    {
      type: 'network_error',
      message: /./,
      http: { method: 'GET', url: '__ORIGIN__/slow/20000', status: 0 },
      ticket: true,
    },
  ],
};
