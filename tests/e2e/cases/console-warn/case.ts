import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.warn is captured and makes no ticket',
  expect: [{ type: 'console_warn', message: 'price list is old', at: 'console-warn.js@log', ticket: false }],
};
