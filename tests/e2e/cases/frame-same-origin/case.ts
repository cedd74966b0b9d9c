import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a frame of the same site',
  expect: [
    { type: 'js_error', message: uncaught('Error: same-origin frame boom'), at: 'frame.html@throw', ticket: true },
  ],
};
