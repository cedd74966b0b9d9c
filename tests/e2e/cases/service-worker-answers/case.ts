import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'answers that a service worker makes and passes on',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/cases/service-worker-answers/made-500 500 (Made Up)',
      http: { method: 'GET', url: '__ORIGIN__/cases/service-worker-answers/made-500', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/404/passed-on?through=[redacted] 404 (Not Found)',
      http: { method: 'GET', url: '__ORIGIN__/status/404/passed-on?through=[redacted]', status: 404 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: { chromium: 'Failed to fetch', firefox: 'NetworkError when attempting to fetch resource.' },
      http: { method: 'GET', url: '__ORIGIN__/cases/service-worker-answers/broken', status: 0 },
      ticket: true,
    },
  ],
};
