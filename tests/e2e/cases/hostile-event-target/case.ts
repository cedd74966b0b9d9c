import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that replaced events and their getters',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: true error'),
      name: 'Error',
      at: 'hostile-event-target.js@throw',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'true rejection',
      name: 'Error',
      at: 'hostile-event-target.js@reject',
      ticket: true,
    },
  ],
};
