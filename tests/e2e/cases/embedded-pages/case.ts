import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in pages that are embedded as objects',
  expect: [
    { type: 'js_error', message: uncaught('Error: in an object'), at: 'object.html@object', ticket: true },
    { type: 'js_error', message: uncaught('Error: in an embed'), at: 'embed.html@embed', ticket: true },
  ],
};
