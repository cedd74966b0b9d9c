import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'five pictures of one kind are one row, counted',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load img: __ORIGIN__/status/404/avatar.png?user=[redacted]',
      count: 5,
      ticket: false,
    },
  ],
};
