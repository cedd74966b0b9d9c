import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "an error in a worker's worker",
  expect: [
    {
      type: 'worker_error',
      message: { chromium: 'Uncaught Error: nested worker boom', firefox: 'Error: nested worker boom' },
      at: 'inner.js@throw',
      ticket: true,
    },
  ],
};
