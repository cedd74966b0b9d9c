import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an aborted request whose rejection nobody handles is the rejection, and no failed request',
  expect: [
    {
      type: 'unhandled_rejection',
      message: { chromium: 'signal is aborted without reason', firefox: 'The operation was aborted. ' },
      name: 'AbortError',
      source: '__ORIGIN__/cases/abort-unhandled/abort-unhandled.js',
      line: 3,
      ticket: true,
    },
    { type: 'console_error', message: 'control', at: 'abort-unhandled.js@control', ticket: true },
  ],
};
