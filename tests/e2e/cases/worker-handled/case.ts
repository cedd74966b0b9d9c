import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "a worker's error that the page handles and cancels",
  expect: [{ type: 'console_error', message: 'handled: true', at: 'worker-handled.js@control', ticket: true }],
};
