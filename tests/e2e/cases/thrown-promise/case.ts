import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown promise, which is rejected itself',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught [object Promise]', firefox: 'uncaught exception: [object Promise]' },
      at: 'thrown-promise.js@throw',
      ticket: true,
    },
    { type: 'unhandled_rejection', message: 'inner boom', name: 'Error', at: 'thrown-promise.js@throw', ticket: true },
  ],
};
