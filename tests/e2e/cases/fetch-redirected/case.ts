import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that is redirected to a missing page',
  expect: [{ type: 'http_error', message: /404 \(Not Found\)$/, ticket: true }],
};
