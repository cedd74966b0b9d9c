import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'thrown dates, patterns and maps',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught Fri Jan 02 2026 00:00:00 GMT+0000 (Coordinated Universal Time)',
        firefox: 'uncaught exception: Fri Jan 02 2026 00:00:00 GMT+0000 (Coordinated Universal Time)',
      },
      at: 'thrown-built-in-objects.js@date',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught /sold (out)?/g', firefox: 'uncaught exception: /sold (out)?/g' },
      at: 'thrown-built-in-objects.js@regexp',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught [object Map]', firefox: 'uncaught exception: [object Map]' },
      at: 'thrown-built-in-objects.js@map',
      ticket: true,
    },
  ],
};
