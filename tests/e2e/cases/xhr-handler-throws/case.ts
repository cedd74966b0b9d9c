import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in the handlers of an XMLHttpRequest',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: after loading'),
      name: 'Error',
      at: 'xhr-handler-throws.js@load',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a state'),
      name: 'Error',
      at: 'xhr-handler-throws.js@state',
      ticket: true,
    },
  ],
};
