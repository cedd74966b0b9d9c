import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'the same error in a second tab joins the ticket',
  expect: [
    { type: 'js_error', message: uncaught('Error: in both tabs'), at: 'second-tab.js@throw', count: 2, ticket: true },
  ],
  tabs: 2,
};
