import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that the page reports with reportError',
  expect: [{ type: 'js_error', message: uncaught('Error: reported boom'), at: 'reported-error.js@made', ticket: true }],
};
