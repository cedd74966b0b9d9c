import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that froze all built-in prototypes and its console',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: frozen world'),
      name: 'Error',
      at: 'error-frozen-prototype.js@throw',
      ticket: true,
    },
    { type: 'console_error', message: 'frozen console', at: 'error-frozen-prototype.js@log', ticket: true },
  ],
};
