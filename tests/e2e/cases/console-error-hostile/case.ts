import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'arguments that throw when they are looked at',
  expect: [
    { type: 'console_error', message: /^hostile/, at: 'console-error-hostile.js@log', ticket: true },
    {
      type: 'console_error', // The one read is the inspector's own, also on a page without the extension.
      message: { chromium: 'getters run: 0', firefox: 'getters run: 1' },
      at: 'console-error-hostile.js@control',
      ticket: true,
    },
  ],
};
