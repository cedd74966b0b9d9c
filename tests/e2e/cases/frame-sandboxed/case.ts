import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a sandboxed frame',
  expect: [
    { type: 'js_error', message: uncaught('Error: sandboxed frame boom'), at: 'frame.html@throw', ticket: true },
  ],
};
