import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in callbacks of every kind that the browser calls',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: in a microtask'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@microtask',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a mutation observer'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@mutation',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a performance observer'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@performance',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: when idle'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@idle',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a port'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@port',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a broadcast'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@broadcast',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a message'),
      name: 'Error',
      at: 'callbacks-of-the-browser.js@message',
      ticket: true,
    },
  ],
};
