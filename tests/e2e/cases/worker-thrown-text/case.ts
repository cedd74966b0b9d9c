import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a text that a worker throws; Firefox does not say where',
  expect: [
    {
      type: 'worker_error',
      message: { chromium: 'Uncaught plain worker text', firefox: 'uncaught exception: plain worker text' },
      ticket: true,
    },
  ],
};
