import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a script that is not what its hash says',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load script: __ORIGIN__/cases/script-integrity/code.js',
      ticket: false,
    },
  ],
};
