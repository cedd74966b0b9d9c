import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'logged values that are next to nothing',
  expect: [
    {
      type: 'console_error',
      message: 'undefined',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 2,
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'null',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 3,
      ticket: true,
    },
    {
      type: 'console_error',
      message: '',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 4,
      ticket: true,
    },
    {
      type: 'console_error',
      message: '0',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 5,
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'NaN',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 6,
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'false',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 7,
      ticket: true,
    },
    {
      type: 'console_error',
      message: '[]',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 8,
      ticket: true,
    },
    {
      type: 'console_error',
      message: '{}',
      source: '__ORIGIN__/cases/console-falsy/console-falsy.js',
      line: 9,
      ticket: true,
    },
  ],
};
