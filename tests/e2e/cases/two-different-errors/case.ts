import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'two different errors are two tickets',
  expect: [
    { type: 'js_error', message: uncaught('Error: one thing'), at: 'two-different-errors.js@one', ticket: true },
    { type: 'js_error', message: uncaught('Error: another thing'), at: 'two-different-errors.js@other', ticket: true },
  ],
};
