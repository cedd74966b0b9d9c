import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'requests that succeed leave nothing',
  expect: [{ type: 'console_error', message: 'control', ticket: true }],
};
