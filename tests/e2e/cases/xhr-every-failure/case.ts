import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'XMLHttpRequests that fail in every way',
  expect: [
    {
      type: 'http_error',
      message: 'PATCH __ORIGIN__/status/422/patch 422 (Unprocessable Entity)',
      at: 'xhr-every-failure.js@send',
      http: { method: 'PATCH', url: '__ORIGIN__/status/422/patch', status: 422 },
      ticket: false,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/503/json 503 (Service Unavailable)',
      at: 'xhr-every-failure.js@send',
      http: { method: 'GET', url: '__ORIGIN__/status/503/json', status: 503 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'GET __ORIGIN__/cut/xhr failed',
      at: 'xhr-every-failure.js@send',
      http: { method: 'GET', url: '__ORIGIN__/cut/xhr', status: 0 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'POST __ORIGIN__/drop/xhr failed',
      at: 'xhr-every-failure.js@send',
      http: { method: 'POST', url: '__ORIGIN__/drop/xhr', status: 0 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'PUT __OTHER_ORIGIN__/status/200/xhr-preflight?closed= failed',
      at: 'xhr-every-failure.js@send',
      http: { method: 'PUT', url: '__OTHER_ORIGIN__/status/200/xhr-preflight?closed=', status: 0 },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'GET __OTHER_ORIGIN__/status/500/xhr-closed?closed= failed',
      at: 'xhr-every-failure.js@send',
      http: { method: 'GET', url: '__OTHER_ORIGIN__/status/500/xhr-closed?closed=', status: 0 },
      ticket: true,
    },
  ],
};
