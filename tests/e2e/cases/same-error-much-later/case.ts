import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'one error object thrown twice with more than a second between is two occurrences',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: comes back'),
      name: 'Error',
      at: 'same-error-much-later.js@made',
      count: 2,
      ticket: true,
    },
  ],
};
