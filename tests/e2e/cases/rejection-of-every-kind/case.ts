import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'rejections with values of every kind',
  expect: [
    { type: 'unhandled_rejection', message: '', source: '', line: 0, ticket: true },
    {
      type: 'unhandled_rejection',
      message: '"1970-01-01T00:00:00.000Z"',
      source: '',
      line: 0,
      ticket: true,
    },
    { type: 'unhandled_rejection', message: 'NaN', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: 'Symbol(token)', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: '["E_LIST",3]', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: '[Function]', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: '[Map]', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: 'canvas', source: '', line: 0, ticket: true },
    { type: 'unhandled_rejection', message: 'false', source: '', line: 0, ticket: true },
  ],
};
