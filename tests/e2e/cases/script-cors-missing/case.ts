import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a script that asks for CORS and gets none',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load script: __OTHER_ORIGIN__/cases/script-cors-missing/code.js',
      ticket: false,
    },
  ],
};
