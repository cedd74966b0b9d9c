import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error made by the Error of another frame',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: foreign boom'),
      name: 'Error',
      at: 'cross-realm-error.js@made',
      ticket: true,
    },
  ],
};
