import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that demands trusted types',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium:
          "Uncaught TypeError: Failed to set the 'innerHTML' property on 'Element': This document requires 'TrustedHTML' assignment.",
        firefox: 'TypeError: Element.innerHTML setter: Sink type mismatch violation blocked by CSP',
      },
      name: 'TypeError',
      at: 'trusted-types.js@html',
      ticket: true,
    },
    { type: 'console_error', message: 'before', at: 'trusted-types.js@before', ticket: true },
    {
      type: 'csp_violation',
      message: 'Blocked by require-trusted-types-for: trusted-types-sink',
      at: 'trusted-types.js@html',
      ticket: false,
    },
  ],
};
