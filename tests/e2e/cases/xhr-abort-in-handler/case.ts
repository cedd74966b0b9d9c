import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an XMLHttpRequest that is aborted while it loads',
  expect: [{ type: 'console_error', message: 'control', at: 'xhr-abort-in-handler.js@control', ticket: true }],
};
