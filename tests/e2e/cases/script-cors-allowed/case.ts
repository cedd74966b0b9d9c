import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a script of another site with CORS',
  expect: [
    {
      type: 'js_error',
      message: uncaught('ReferenceError: missing is not defined'),
      name: 'ReferenceError',
      source: '__OTHER_ORIGIN__/cases/script-cors-allowed/code.js?header=[redacted]',
      line: 1,
      ticket: true,
    },
  ],
};
