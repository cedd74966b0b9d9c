import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that replaces its console says nothing, and the kept original is heard',
  expect: [{ type: 'console_error', message: 'control', at: 'console-replaced.js@control', ticket: true }],
};
