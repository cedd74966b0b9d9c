import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'beacons that are refused, missing and fine',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/404/beacon 404 (Not Found)',
      http: { method: 'POST', url: '__ORIGIN__/status/404/beacon', status: 404 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'POST __DEAD_ORIGIN__/beacon failed',
      http: { method: 'POST', url: '__DEAD_ORIGIN__/beacon', status: 0 },
      ticket: true,
    },
  ],
};
