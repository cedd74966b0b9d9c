import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that is missing is a failure of that page',
  expect: [
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/cases/page-answered-404/gone.html?status=[redacted] 404 (Not Found)',
      http: { method: 'GET', url: '__ORIGIN__/cases/page-answered-404/gone.html?status=[redacted]', status: 404 },
      ticket: true,
    },
  ],
};
