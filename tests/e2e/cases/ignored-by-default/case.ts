import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'messages that the guide calls normal make nothing',
  expect: [{ type: 'console_error', message: 'control', ticket: true }],
};
