import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a frame made of a blob',
  expect: [{ type: 'js_error', message: uncaught('Error: blob frame boom'), ticket: true }],
};
