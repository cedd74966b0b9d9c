import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown string',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught plain text boom', firefox: 'uncaught exception: plain text boom' },
      name: '',
      at: 'thrown-string.js@throw',
      signature: 'thrown-string.js|plain text boom|__LINE__',
      ticket: true,
    },
  ],
};
