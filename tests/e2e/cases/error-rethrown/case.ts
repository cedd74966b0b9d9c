import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is caught and thrown again keeps the place where it was made',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: terminal offline'),
      name: 'Error',
      at: 'error-rethrown.js@made',
      ticket: true,
    },
  ],
};
