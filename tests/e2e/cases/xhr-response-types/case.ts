import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'failed requests whatever the page wants the answer as',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/as-text 500 (Internal Server Error)',
      at: 'xhr-response-types.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/500/as-text', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/as-json 500 (Internal Server Error)',
      at: 'xhr-response-types.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/500/as-json', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/as-arraybuffer 500 (Internal Server Error)',
      at: 'xhr-response-types.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/500/as-arraybuffer', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/as-blob 500 (Internal Server Error)',
      at: 'xhr-response-types.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/500/as-blob', status: 500 },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/as-document 500 (Internal Server Error)',
      at: 'xhr-response-types.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/500/as-document', status: 500 },
      ticket: true,
    },
  ],
};
