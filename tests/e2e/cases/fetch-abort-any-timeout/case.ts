import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a timeout among several signals is a failure',
  expect: [
    {
      type: 'network_error',
      message: { chromium: 'signal timed out', firefox: 'The operation timed out.' },
      http: { method: 'GET', url: '__ORIGIN__/slow/20400', status: 0 },
      ticket: true,
    },
  ],
};
