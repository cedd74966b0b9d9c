import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an AggregateError in an AggregateError',
  expect: [
    {
      type: 'js_error',
      message: uncaught('AggregateError: journey failed'),
      name: 'AggregateError',
      at: 'aggregate-nested.js@throw',
      causes: ['car broken', 'tyre', 'brake', 'plain', 'bad day'],
      ticket: true,
    },
  ],
};
