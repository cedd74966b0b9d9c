import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a frame that was never loaded from anywhere',
  expect: [
    { type: 'console_error', message: 'blank frame trouble', ticket: true },
    { type: 'js_error', message: uncaught('Error: blank frame boom'), ticket: true },
  ],
};
