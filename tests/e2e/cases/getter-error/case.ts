import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors of a getter and of a conversion to text',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: total is not ready'),
      name: 'Error',
      at: 'getter-error.js@getter',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: price has no text'),
      name: 'Error',
      at: 'getter-error.js@primitive',
      ticket: true,
    },
  ],
};
