import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an answer that is no JSON',
  expect: [
    {
      type: 'unhandled_rejection',
      message: 'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
      name: 'SyntaxError',
      source: '',
      line: 0,
      ticket: true,
    },
  ],
  skip: { chromium: 'it reports no rejection when an answer of the network cannot be parsed' },
};
