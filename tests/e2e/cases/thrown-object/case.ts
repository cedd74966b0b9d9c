import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown object',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught [object Object]', firefox: 'uncaught exception: [object Object]' },
      name: '',
      at: 'thrown-object.js@throw',
      ticket: true,
    },
  ],
};
