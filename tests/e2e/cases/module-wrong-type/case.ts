import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module that is no script',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load script: __ORIGIN__/cases/module-wrong-type/text.txt',
      ticket: false,
    },
  ],
};
