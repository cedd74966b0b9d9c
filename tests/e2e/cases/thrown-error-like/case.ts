import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown copy of an error: its stack tells the place',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught [object Object]', firefox: 'uncaught exception: [object Object]' },
      name: 'HttpError',
      at: 'thrown-error-like.js@made',
      ticket: true,
    },
  ],
};
