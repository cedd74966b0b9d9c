import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is its own cause',
  expect: [{ type: 'js_error', message: uncaught('Error: ouroboros'), at: 'cause-cycle.js@made', ticket: true }],
};
