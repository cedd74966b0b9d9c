import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a proxy whose every trap throws',
  expect: [
    {
      type: 'js_error',
      message: { chromium: /^Uncaught/, firefox: /./ },
      at: 'thrown-trap-proxy.js@throw',
      ticket: true,
    },
  ],
};
