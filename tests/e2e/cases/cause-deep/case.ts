import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a chain of ten causes is kept as far as five',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: level 10'),
      name: 'Error',
      source: '__ORIGIN__/cases/cause-deep/cause-deep.js',
      line: 3,
      causes: ['level 9', 'level 8', 'level 7', 'level 6', 'level 5'],
      ticket: true,
    },
  ],
};
