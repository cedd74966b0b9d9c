import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a beacon that is refused by the server',
  expect: [
    {
      type: 'http_error',
      message: /500/,
      http: { method: 'POST', url: '__ORIGIN__/status/500/beacon', status: 500 },
      ticket: true,
    },
  ],
};
