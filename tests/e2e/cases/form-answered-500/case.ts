import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a form whose answer is a page with status 500',
  expect: [
    {
      type: 'http_error',
      message: 'POST __ORIGIN__/cases/form-answered-500/saved.html?status=[redacted] 500 (Internal Server Error)',
      http: { method: 'POST', url: '__ORIGIN__/cases/form-answered-500/saved.html?status=[redacted]', status: 500 },
      ticket: true,
    },
  ],
};
