import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error of a class of the page',
  expect: [
    {
      type: 'js_error',
      message: uncaught('PaymentError: card refused'),
      name: 'PaymentError',
      at: 'custom-error.js@throw',
      ticket: true,
    },
  ],
};
