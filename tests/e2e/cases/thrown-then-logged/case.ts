import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is thrown and then logged by the page is one',
  expect: [
    { type: 'js_error', message: uncaught('Error: same sorrow'), at: 'thrown-then-logged.js@made', ticket: true },
  ],
};
