import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a frame made of a data URL',
  expect: [{ type: 'js_error', message: uncaught('Error: data frame boom'), ticket: true }],
};
