import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in a sandboxed frame, one of them a forbidden access',
  expect: [
    { type: 'js_error', message: uncaught('Error: sandboxed frame boom'), at: 'frame.html@throw', ticket: true },
    {
      type: 'console_error',
      message: /^SecurityError: .*sandboxed/,
      at: { chromium: 'frame.html@logged', firefox: 'frame.html@read' },
      ticket: true,
    },
  ],
};
