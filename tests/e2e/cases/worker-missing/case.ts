import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a worker whose script is missing',
  expect: [
    { type: 'console_error', message: 'control', at: 'worker-missing.js@control', ticket: true },
    {
      type: 'resource_error',
      message: 'Failed to load script: __ORIGIN__/status/404/worker.js',
      http: { method: 'GET', url: '__ORIGIN__/status/404/worker.js', status: 404 },
      ticket: false,
    },
  ],
};
