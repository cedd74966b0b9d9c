import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors whose stack was taken away or replaced by rubbish',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: stack taken away'),
      name: 'Error',
      source: '__ORIGIN__/cases/error-without-stack/error-without-stack.js',
      line: 2,
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: stack is rubbish'),
      name: 'Error',
      source: '__ORIGIN__/cases/error-without-stack/error-without-stack.js',
      line: 8,
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: stack is a number'),
      name: 'Error',
      source: '__ORIGIN__/cases/error-without-stack/error-without-stack.js',
      line: 13,
      ticket: true,
    },
  ],
};
