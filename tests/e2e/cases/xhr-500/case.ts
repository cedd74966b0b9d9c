import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest answered with 500',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/status/500/xhr 500 (Internal Server Error)',
      http: { method: 'POST', url: '__ORIGIN__/status/500/xhr', status: 500 },
      signature: '/status/*/xhr|POST 500|0',
      at: 'xhr-500.js@send',
      ticket: true,
    },
  ],
};
