import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error that is logged and then rejected is one',
  expect: [{ type: 'unhandled_rejection', message: 'same worry', at: 'logged-then-rejected.js@made', ticket: true }],
};
