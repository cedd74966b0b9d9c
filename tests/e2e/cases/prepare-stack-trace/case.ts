import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that turns stacks into arrays',
  expect: [
    { type: 'js_error', message: uncaught('Error: array boom'), at: 'prepare-stack-trace.js@throw', ticket: true },
  ],
};
