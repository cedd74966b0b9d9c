import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a stream of events that is none',
  expect: [{ type: 'console_error', message: 'stream failed', at: 'event-source-wrong-type.js@error', ticket: true }],
};
