import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error while a worker handles a message',
  expect: [
    { type: 'worker_error', message: uncaught('Error: in a worker handler'), at: 'worker.js@handler', ticket: true },
  ],
};
