import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a failed request whose failure the page handles itself is captured all the same',
  expect: [
    { type: 'http_error', message: 'GET __ORIGIN__/status/404/handled 404 (Not Found)', ticket: true },
    { type: 'console_error', message: 'seen by the page: 404', ticket: true },
  ],
};
