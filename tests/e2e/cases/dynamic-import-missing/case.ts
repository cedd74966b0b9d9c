import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a part of the application that is loaded on demand and missing: what the page and the browser tell is one',
  expect: [
    {
      type: 'unhandled_rejection',
      message: {
        chromium: 'Failed to fetch dynamically imported module: __ORIGIN__/status/404/chunk.js',
        firefox: 'error loading dynamically imported module: __ORIGIN__/status/404/chunk.js',
      },
      name: 'TypeError',
      http: { method: 'GET', url: '__ORIGIN__/status/404/chunk.js', status: 404 },
      signature: 'status/chunk.js|Failed to load script|0',
      ticket: true,
    },
  ],
};
