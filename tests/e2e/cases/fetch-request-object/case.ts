import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch made with a Request object and an URL object',
  expect: [
    {
      type: 'http_error',
      message: 'PUT __ORIGIN__/status/500/request 500 (Internal Server Error)',
      http: { method: 'PUT', url: '__ORIGIN__/status/500/request', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'DELETE __ORIGIN__/status/404/url 404 (Not Found)',
      http: { method: 'DELETE', url: '__ORIGIN__/status/404/url', status: 404 },
      ticket: true,
    },
  ],
};
