import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a class of errors that does not set its name',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: room 12'),
      name: 'Error',
      at: 'error-subclass-inherited-name.js@throw',
      ticket: true,
    },
  ],
};
