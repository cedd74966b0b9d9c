import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error of a worker whose text ends with null in one browser',
  expect: [
    {
      type: 'worker_error',
      message: {
        chromium: "Uncaught TypeError: Cannot read properties of null (reading 'total')",
        firefox: 'TypeError: can\'t access property "total" of null',
      },
      at: 'worker.js@read',
      ticket: true,
    },
  ],
};
