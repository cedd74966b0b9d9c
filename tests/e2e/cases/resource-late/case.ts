import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a script that the browser asks for long before the page learns that it is missing',
  expect: [{ type: 'resource_error', message: 'Failed to load script: __ORIGIN__/status/404/late.js', ticket: false }],
};
