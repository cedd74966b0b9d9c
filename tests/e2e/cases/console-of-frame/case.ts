import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'the console of a frame, used by its parent',
  expect: [{ type: 'console_error', message: 'through a living frame', at: 'console-of-frame.js@log', ticket: true }],
};
