import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a frozen error',
  expect: [{ type: 'js_error', message: uncaught('Error: frozen boom'), at: 'thrown-frozen.js@throw', ticket: true }],
};
