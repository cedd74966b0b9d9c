import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error while another is dealt with',
  expect: [
    {
      type: 'js_error',
      message: uncaught('SuppressedError: both failed'),
      name: 'SuppressedError',
      at: 'suppressed-error.js@throw',
      causes: ['while closing', 'while working'],
      ticket: true,
    },
  ],
};
