import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'error events that the page itself dispatches: on window they are errors, elsewhere they are not',
  expect: [
    {
      type: 'js_error',
      message: 'told by a library',
      name: 'Error',
      at: 'synthetic-error-events.js@made',
      ticket: true,
    },
    { type: 'js_error', message: 'told without an error', source: '/app.js', line: 7, ticket: true },
    { type: 'console_error', message: 'control', at: 'synthetic-error-events.js@control', ticket: true },
  ],
};
