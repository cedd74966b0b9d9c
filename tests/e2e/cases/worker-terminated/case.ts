import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a worker that is ended in time',
  expect: [{ type: 'console_error', message: 'control', at: 'worker-terminated.js@control', ticket: true }],
};
