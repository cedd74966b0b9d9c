import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "files that the page's policy blocks are one failure each",
  expect: [
    {
      type: 'csp_violation',
      message: 'Blocked by img-src: __OTHER_ORIGIN__/status/200/picture.png',
      source: { chromium: '__ORIGIN__/cases/resource-csp-blocked/page.html', firefox: '' },
      line: { chromium: 6, firefox: 0 },
      ticket: false,
    },
    {
      type: 'csp_violation',
      message: {
        chromium: 'Blocked by style-src-elem: __OTHER_ORIGIN__/status/200/style.css',
        firefox: 'Blocked by script-src-elem: __OTHER_ORIGIN__/cases/resource-csp-blocked/code.js',
      },
      source: { chromium: '__ORIGIN__/cases/resource-csp-blocked/page.html', firefox: '' },
      line: { chromium: 6, firefox: 0 },
      ticket: false,
    },
    {
      type: 'csp_violation',
      message: 'Blocked by style-src-attr: inline',
      source: '__ORIGIN__/cases/resource-csp-blocked/page.html',
      line: { chromium: 7, firefox: 0 },
      ticket: false,
    },
    {
      type: 'csp_violation',
      message: {
        chromium: 'Blocked by script-src-elem: __OTHER_ORIGIN__/cases/resource-csp-blocked/code.js',
        firefox: 'Blocked by style-src-elem: __OTHER_ORIGIN__/status/200/style.css',
      },
      source: '',
      line: 0,
      ticket: false,
    },
  ],
};
