import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'ten identical console errors in one task are one ticket and a count of ten',
  expect: [
    { type: 'console_error', message: 'over and over', at: 'ten-identical-logs.js@log', count: 10, ticket: true },
  ],
};
