import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that wraps console.error is told once',
  expect: [
    { type: 'console_error', message: '[app] wrapped trouble', at: 'console-wrapped-by-page.js@inside', ticket: true },
  ],
};
