import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer that breaks off in the middle, which the page handles',
  expect: [
    {
      type: 'network_error',
      message: 'GET __ORIGIN__/cut/caught failed',
      http: { method: 'GET', url: '__ORIGIN__/cut/caught', status: 0 },
      ticket: true,
    },
  ],
};
