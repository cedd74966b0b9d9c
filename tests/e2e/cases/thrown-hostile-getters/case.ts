import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error whose every property throws when it is read',
  expect: [
    {
      type: 'js_error',
      message: { chromium: /^Uncaught /, firefox: /./ },
      at: 'thrown-hostile-getters.js@made',
      ticket: true,
    },
    { type: 'console_error', message: 'control', at: 'thrown-hostile-getters.js@control', ticket: true },
  ],
};
