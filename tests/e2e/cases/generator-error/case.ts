import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors of a generator and of an async generator',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: no more rooms'),
      name: 'Error',
      at: 'generator-error.js@sync',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'no more guests',
      name: 'Error',
      at: 'generator-error.js@async',
      ticket: true,
    },
  ],
};
