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
      signature: 'js-error-inline/page.html|inline boom|__LINE__',
      ticket: true,
    },
  ],
};
