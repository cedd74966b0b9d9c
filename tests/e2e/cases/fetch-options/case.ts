import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'options of fetch do not hide a failure',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/500/keepalive 500 (Internal Server Error)',
      at: 'fetch-options.js@keepalive',
      http: { method: 'POST', url: '__ORIGIN__/status/500/keepalive', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/no-store 404 (Not Found)',
      at: 'fetch-options.js@store',
      http: { method: 'GET', url: '__ORIGIN__/status/404/no-store', status: 404 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/503/priority 503 (Service Unavailable)',
      at: 'fetch-options.js@priority',
      http: { method: 'GET', url: '__ORIGIN__/status/503/priority', status: 503 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      at: 'fetch-options.js@cached',
      http: { method: 'GET', url: '__ORIGIN__/status/200/never-cached', status: 0 },
      ticket: true,
    },
  ],
};
