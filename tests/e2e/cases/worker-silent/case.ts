import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'what stays inside a worker is not told',
  expect: [{ type: 'console_error', message: 'control', at: 'worker-silent.js@control', ticket: true }],
};
