import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'fetches of data and of a blob that is gone',
  expect: [
    { type: 'console_error', message: 'control', at: 'fetch-data-and-blob.js@control', ticket: true },
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      at: 'fetch-data-and-blob.js@control',
      ticket: true,
    },
  ],
};
