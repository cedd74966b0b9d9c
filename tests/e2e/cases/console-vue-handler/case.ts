import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a framework that warns of an error and throws it a moment later, as Vue does',
  expect: [
    {
      type: 'js_error',
      message: uncaught('TypeError: price.toFixed is not a function'),
      name: 'TypeError',
      at: 'console-vue-handler.js@made',
      ticket: true,
    },
    {
      type: 'console_warn',
      message: '[Vue warn]: Unhandled error during execution of render function',
      at: 'console-vue-handler.js@made',
      ticket: false,
    },
  ],
};
