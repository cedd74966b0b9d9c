import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest to a port where nobody listens',
  expect: [
    {
      type: 'network_error',
      message: /./,
      http: { method: 'GET', url: '__DEAD_ORIGIN__/api/prices', status: 0 },
      signature: '/api/prices|GET 0|0',
      ticket: true,
    },
  ],
};
