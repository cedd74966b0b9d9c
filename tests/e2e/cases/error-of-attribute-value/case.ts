import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in attributes of elements',
  expect: [
    {
      type: 'js_error',
      message: uncaught('ReferenceError: lost is not defined'),
      name: 'ReferenceError',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('ReferenceError: lost is not defined'),
      name: 'ReferenceError',
      ticket: true,
    },
  ],
};
