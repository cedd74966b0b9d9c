import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'ten identical errors are one ticket and a count of ten',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: again and again'),
      at: 'ten-identical-errors.js@throw',
      count: 10,
      signature: 'ten-identical-errors.js|again and again|__LINE__',
      ticket: true,
    },
  ],
};
