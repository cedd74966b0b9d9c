import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error without a message',
  expect: [{ type: 'js_error', message: uncaught('Error'), name: 'Error', at: 'empty-message.js@throw', ticket: true }],
};
