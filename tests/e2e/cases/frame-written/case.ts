import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a frame that its parent writes',
  expect: [{ type: 'js_error', message: uncaught('Error: written frame boom'), name: 'Error', ticket: true }],
};
