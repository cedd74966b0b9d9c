import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error class made without the class keyword, hence without a stack',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught OldError: from the nineties',
        firefox: 'uncaught exception: OldError: from the nineties',
      },
      name: 'OldError',
      at: 'error-old-style-class.js@throw',
      ticket: true,
    },
  ],
};
