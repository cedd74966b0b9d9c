import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "the browser's complaint about a resize loop is no bug",
  expect: [{ type: 'console_error', message: 'control', ticket: true }],
};
