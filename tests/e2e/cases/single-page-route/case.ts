import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'the address of a page that changes its route without loading',
  expect: [
    { type: 'console_error', message: 'trouble on the second route', at: 'single-page-route.js@log', ticket: true },
  ],
};
