import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a worker whose script does not parse',
  expect: [
    {
      type: 'worker_error',
      message: "Uncaught SyntaxError: Unexpected token ';'",
      at: 'worker.js@wrong',
      ticket: true,
    },
  ],
  skip: { firefox: 'it tells the page nothing of it' },
};
