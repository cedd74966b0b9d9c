import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'timers with code as text',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: text boom'),
      name: 'Error',
      source: {
        chromium: '__ORIGIN__/cases/timer-with-text/page.html',
        firefox: '__ORIGIN__/cases/timer-with-text/timer-with-text.js',
      },
      line: 1,
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'text trouble',
      source: { chromium: '', firefox: '__ORIGIN__/cases/timer-with-text/timer-with-text.js' },
      line: { chromium: 0, firefox: 2 },
      ticket: true,
    },
  ],
};
