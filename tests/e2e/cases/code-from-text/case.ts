import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in code made from text',
  expect: [
    { type: 'js_error', message: uncaught('Error: eval boom'), ticket: true },
    { type: 'js_error', message: uncaught('Error: function boom'), ticket: true },
  ],
};
