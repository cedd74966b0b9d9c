import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "errors in handlers of the page's own events",
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error: when parsed', firefox: 'Error: when loaded' },
      name: 'Error',
      source: '__ORIGIN__/cases/page-events/page.html',
      line: { chromium: 5, firefox: 2 },
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error: when the fragment changed', firefox: 'Error: when parsed' },
      name: 'Error',
      at: { chromium: 'page.html@hash', firefox: 'page.html@parsed' },
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error: when going back', firefox: 'Error: when the fragment changed' },
      name: 'Error',
      at: { chromium: 'page.html@pop', firefox: 'page.html@hash' },
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught Error: when loaded', firefox: 'Error: when going back' },
      name: 'Error',
      source: '__ORIGIN__/cases/page-events/page.html',
      line: { chromium: 25, firefox: 11 },
      ticket: true,
    },
  ],
};
