import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'pages that change their address; what the address hides stays hidden',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: after pushing'),
      name: 'Error',
      at: 'history-and-fragment.js@pushed',
      ticket: true,
    },
    { type: 'console_error', message: 'after replacing', at: 'history-and-fragment.js@replaced', ticket: true },
  ],
};
