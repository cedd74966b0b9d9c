import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that forbids stack frames',
  expect: [
    { type: 'js_error', message: uncaught('Error: frameless boom'), at: 'no-stack-frames.js@throw', ticket: true },
  ],
};
