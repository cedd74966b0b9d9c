import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a revoked proxy',
  expect: [
    {
      type: 'js_error',
      message: { chromium: /^Uncaught/, firefox: /./ },
      at: 'thrown-revoked-proxy.js@throw',
      ticket: true,
    },
  ],
};
