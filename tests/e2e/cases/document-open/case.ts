import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors after the page rewrote itself with document.open',
  expect: [
    { type: 'js_error', message: uncaught('Error: boom after rewriting'), ticket: true },
    { type: 'unhandled_rejection', message: 'rejection after rewriting', ticket: true },
    { type: 'console_error', message: 'trouble after rewriting', ticket: true },
  ],
};
