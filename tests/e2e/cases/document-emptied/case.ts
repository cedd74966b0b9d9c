import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in a document that lost its children, and its root',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: children replaced'),
      at: 'document-emptied.js@replaced',
      ticket: true,
    },
    { type: 'js_error', message: uncaught('Error: without a root'), at: 'document-emptied.js@rootless', ticket: true },
  ],
};
