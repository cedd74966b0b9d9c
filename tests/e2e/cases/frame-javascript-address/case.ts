import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a frame made of a javascript: address',
  expect: [{ type: 'js_error', message: uncaught('Error: javascript frame boom'), name: 'Error', ticket: true }],
};
