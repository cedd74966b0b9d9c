import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error thrown by an inline script',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: inline boom'),
      name: 'Error',
      at: 'page.html@throw',
      count: 1,
      ticket: true,
    },
  ],
};
