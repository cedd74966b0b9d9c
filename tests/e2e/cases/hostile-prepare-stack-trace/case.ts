import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page whose stack formatter throws',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: formatter boom'),
      at: 'hostile-prepare-stack-trace.js@throw',
      ticket: true,
    },
  ],
};
