import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error thrown while the page handles an error',
  expect: [
    { type: 'js_error', message: uncaught('Error: first boom'), at: 'error-in-error-listener.js@first', ticket: true },
    { type: 'console_error', message: 'control', ticket: true },
  ],
};
