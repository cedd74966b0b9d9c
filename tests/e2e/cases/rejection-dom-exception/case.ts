import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection of the browser itself',
  expect: [
    { type: 'unhandled_rejection', message: /./, name: 'InvalidStateError', ticket: true },
    { type: 'console_error', message: 'control', ticket: true },
  ],
  skip: { firefox: 'the call below resolves there' },
};
