import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module that fails at an await',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: top level boom'),
      name: 'Error',
      at: 'module-top-level-await.js@made',
      ticket: true,
    },
  ],
};
