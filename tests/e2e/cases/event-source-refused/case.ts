import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a stream of events to a port where nobody listens',
  expect: [
    {
      type: 'network_error',
      message: 'GET __DEAD_ORIGIN__/events failed',
      http: { method: 'GET', url: '__DEAD_ORIGIN__/events', status: 0 },
      ticket: true,
    },
  ],
};
