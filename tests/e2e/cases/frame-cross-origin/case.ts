import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a frame of another site',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: cross-origin frame boom'),
      source: '__OTHER_ORIGIN__/cases/frame-cross-origin/frame.html',
      line: 3,
      ticket: true,
    },
  ],
};
