import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a sandboxed frame without scripts, with a missing picture',
  expect: [
    { type: 'console_error', message: 'control', at: 'page.html@control', ticket: true },
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/status/404/in-sandbox.png', ticket: false },
  ],
};
