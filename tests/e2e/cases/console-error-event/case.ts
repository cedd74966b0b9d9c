import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'handlers that log the event or the reason of a failure do not make it two',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: told twice'),
      name: 'Error',
      at: 'console-error-event.js@thrown',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'rejected and told',
      name: 'Error',
      at: 'console-error-event.js@rejected',
      ticket: true,
    },
  ],
};
