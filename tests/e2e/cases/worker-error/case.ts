import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an uncaught error in a dedicated worker',
  expect: [{ type: 'worker_error', message: /worker boom/, at: 'worker.js@throw', ticket: true }],
};
