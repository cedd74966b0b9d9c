import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error of a javascript: link, whose code is not kept',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: link boom of customer 4711'),
      name: 'Error',
      source: '__ORIGIN__/cases/javascript-link/page.html',
      line: 1,
      ticket: true,
    },
  ],
};
