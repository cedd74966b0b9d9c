import type { BrowserCase } from '../../harness/case.ts';

const url = '__ORIGIN__/cases/page-answered-500/page.html?status=[redacted]';

export const testCase: BrowserCase = {
  title: 'a page that is answered with 500, and an error of that very page',
  page: 'page.html?status=500',
  expect: [
    {
      type: 'http_error',
      message: `GET ${url} 500 (Internal Server Error)`,
      http: { method: 'GET', url, status: 500 },
      ticket: true,
    },
    { type: 'console_error', message: 'on the error page', source: url, line: 4, ticket: true },
  ],
};
