import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error three frames deep, across two sites',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: three frames deep'),
      name: 'Error',
      at: 'inner.html@throw',
      ticket: true,
    },
  ],
};
