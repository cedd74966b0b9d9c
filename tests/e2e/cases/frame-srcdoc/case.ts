import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in srcdoc frames, sandboxed or not',
  expect: [
    { type: 'js_error', message: uncaught('Error: srcdoc boom'), ticket: true },
    { type: 'js_error', message: uncaught('Error: sandboxed srcdoc boom'), ticket: true },
  ],
};
