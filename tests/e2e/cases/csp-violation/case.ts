import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "a script that the page's own policy forbids",
  expect: [
    { type: 'csp_violation', message: /script-src/, ticket: false },
    { type: 'console_error', message: 'control', ticket: true },
  ],
};
