import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'two errors made on one line',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: left'),
      name: 'Error',
      at: 'errors-of-one-line.js@line',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: right'),
      name: 'Error',
      at: 'errors-of-one-line.js@line',
      ticket: true,
    },
  ],
};
