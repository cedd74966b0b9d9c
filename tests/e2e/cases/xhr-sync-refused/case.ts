import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title:
    'a synchronous XMLHttpRequest without an answer is one failure, though it throws and Firefox dispatches an event',
  expect: [
    {
      type: 'network_error',
      message: 'GET __DEAD_ORIGIN__/sync failed',
      http: { method: 'GET', url: '__DEAD_ORIGIN__/sync', status: 0 },
      at: 'xhr-sync-refused.js@send',
      ticket: true,
    },
  ],
};
