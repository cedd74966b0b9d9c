import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page whose onerror says that it handled the error',
  expect: [
    { type: 'js_error', message: uncaught('Error: handled boom'), at: 'handled-by-onerror.js@throw', ticket: true },
  ],
};
