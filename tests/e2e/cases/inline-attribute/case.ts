import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in an inline event attribute',
  expect: [
    {
      type: 'js_error',
      message: uncaught('ReferenceError: notThere is not defined'),
      name: 'ReferenceError',
      source: '__ORIGIN__/cases/inline-attribute/page.html',
      ticket: true,
    },
  ],
};
