import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors while the page is being left',
  expect: [
    { type: 'console_error', message: 'trouble in beforeunload', at: 'page.html@before', ticket: true },
    { type: 'js_error', message: uncaught('Error: boom in pagehide'), at: 'page.html@hide', ticket: true },
    { type: 'console_error', message: 'arrived', ticket: true },
  ],
};
