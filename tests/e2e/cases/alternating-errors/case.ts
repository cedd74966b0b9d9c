import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'two logs that take turns are counted apart',
  expect: [
    { type: 'console_error', message: 'even', at: 'alternating-errors.js@log', count: 10, ticket: true },
    { type: 'console_error', message: 'odd', at: 'alternating-errors.js@log', count: 10, ticket: true },
  ],
};
