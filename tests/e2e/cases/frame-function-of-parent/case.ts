import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "a function of the page that a frame's timer calls",
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: parent function on a frame timer'),
      name: 'Error',
      at: 'frame-function-of-parent.js@throw',
      ticket: true,
    },
  ],
};
