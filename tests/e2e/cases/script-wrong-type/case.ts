import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a script that the server says is none',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load script: __ORIGIN__/cases/script-wrong-type/code.txt?header=[redacted]',
      ticket: false,
    },
  ],
};
