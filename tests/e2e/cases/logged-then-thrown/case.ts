import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is logged and then thrown is one',
  expect: [
    { type: 'js_error', message: uncaught('Error: same trouble'), at: 'logged-then-thrown.js@made', ticket: true },
  ],
};
