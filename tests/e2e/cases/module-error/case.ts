import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error thrown by a module',
  expect: [{ type: 'js_error', message: uncaught('Error: module boom'), at: 'module-error.js@throw', ticket: true }],
};
