import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module that is missing',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load script: __ORIGIN__/status/404/module.js',
      http: { method: 'GET', url: '__ORIGIN__/status/404/module.js', status: 404 },
      ticket: false,
    },
  ],
};
