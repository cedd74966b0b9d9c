import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown element',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught [object HTMLVideoElement]',
        firefox: 'uncaught exception: [object HTMLVideoElement]',
      },
      at: 'thrown-element.js@throw',
      ticket: true,
    },
  ],
};
