import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is caught and wrapped',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: second story'),
      name: 'Error',
      at: 'error-wrapped-and-rethrown.js@made',
      causes: ['first cause'],
      ticket: true,
    },
  ],
};
