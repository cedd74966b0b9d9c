import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'the last words of a frame that is removed at once',
  expect: [{ type: 'console_error', message: 'last words', at: 'frame-removed-at-once.js@log', ticket: true }],
};
