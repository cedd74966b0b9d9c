import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page whose toJSON and JSON.stringify lie',
  expect: [
    {
      type: 'console_error',
      message: 'kept whole {"room":12} ["a"]',
      at: 'console-to-json-poisoned.js@log',
      ticket: true,
    },
  ],
};
