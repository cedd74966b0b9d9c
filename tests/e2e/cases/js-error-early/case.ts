import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in the very first script of the page, before anything else was parsed',
  expect: [{ type: 'js_error', message: uncaught('Error: early boom'), at: 'page.html@throw', ticket: true }],
};
