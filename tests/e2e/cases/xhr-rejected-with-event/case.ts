import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a promise rejected with the event of a request that failed is one failure',
  expect: [
    {
      type: 'network_error',
      message: 'GET __DEAD_ORIGIN__/event failed',
      at: 'xhr-rejected-with-event.js@send',
      http: { method: 'GET', url: '__DEAD_ORIGIN__/event', status: 0 },
      ticket: true,
    },
  ],
};
