import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that stops error events before anybody hears them',
  expect: [
    { type: 'js_error', message: uncaught('Error: hushed boom'), at: 'stopped-propagation.js@throw', ticket: true },
    { type: 'unhandled_rejection', message: 'hushed rejection', at: 'stopped-propagation.js@reject', ticket: true },
  ],
};
