import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest answered with 403',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/403/xhr 403 (Forbidden)',
      http: { method: 'POST', url: '__ORIGIN__/status/403/xhr', status: 403 },
      signature: '/status/*/xhr|POST 403|0',
      at: 'xhr-403.js@send',
      ticket: false,
    },
  ],
};
