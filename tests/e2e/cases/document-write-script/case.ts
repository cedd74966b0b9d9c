import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error of a script that document.write itself brings, after load',
  expect: [{ type: 'js_error', message: uncaught('Error: boom while rewriting'), ticket: true }],
};
