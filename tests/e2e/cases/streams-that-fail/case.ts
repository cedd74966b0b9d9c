import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'streams whose makers fail',
  expect: [
    { type: 'unhandled_rejection', message: 'pull failed', at: 'streams-that-fail.js@pull', ticket: true },
    { type: 'unhandled_rejection', message: 'controller failed', at: 'streams-that-fail.js@controller', ticket: true },
    { type: 'unhandled_rejection', message: 'write failed', at: 'streams-that-fail.js@write', ticket: true },
    { type: 'unhandled_rejection', message: 'while it is read', at: 'streams-that-fail.js@await', ticket: true },
  ],
};
