import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'methods of every kind',
  expect: [
    {
      type: 'http_error',
      message: 'HEAD __ORIGIN__/status/500/head 500 (Internal Server Error)',
      at: 'fetch-methods.js@head',
      http: { method: 'HEAD', url: '__ORIGIN__/status/500/head', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'PATCH __ORIGIN__/status/500/patch 500 (Internal Server Error)',
      at: 'fetch-methods.js@patch',
      http: { method: 'PATCH', url: '__ORIGIN__/status/500/patch', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'purge __ORIGIN__/status/500/purge 400 (Bad Request)',
      at: 'fetch-methods.js@purge',
      http: { method: 'purge', url: '__ORIGIN__/status/500/purge', status: 400 },
      ticket: false,
    },
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/500/override 500 (Internal Server Error)',
      at: 'fetch-methods.js@override',
      http: { method: 'POST', url: '__ORIGIN__/status/500/override', status: 500 },
      ticket: true,
    },
  ],
};
