import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a thrown symbol',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Symbol(boom)', firefox: 'uncaught exception: Symbol(boom)' },
      name: '',
      at: 'thrown-symbol.js@throw',
      ticket: true,
    },
  ],
};
