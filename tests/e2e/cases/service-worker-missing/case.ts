import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a service worker that is missing',
  expect: [
    { type: 'console_error', message: 'no worker TypeError', at: 'service-worker-missing.js@log', ticket: true },
  ],
};
