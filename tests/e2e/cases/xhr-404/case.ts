import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest answered with 404',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/404/xhr 404 (Not Found)',
      http: { method: 'POST', url: '__ORIGIN__/status/404/xhr', status: 404 },
      signature: '/status/*/xhr|POST 404|0',
      at: 'xhr-404.js@send',
      ticket: true,
    },
  ],
};
