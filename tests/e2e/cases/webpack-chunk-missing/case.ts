import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a chunk that does not come, and the error that webpack makes of it, are one ticket',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'Loading chunk 17 failed.\n(missing: __ORIGIN__/status/404/chunk-17.js)',
      name: 'ChunkLoadError',
      at: 'webpack-chunk-missing.js@made',
      ticket: true,
    },
    { type: 'resource_error', message: 'Failed to load script: __ORIGIN__/status/404/chunk-17.js', ticket: true },
  ],
};
