import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a rejection with string',
  expect: [
    { type: 'unhandled_rejection', message: 'just words', name: '', signature: '(unknown)|just words|0', ticket: true },
  ],
};
