import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that replaced nearly everything',
  expect: [
    {
      type: 'js_error',
      message: uncaught('TypeError: still thrown'),
      name: 'TypeError',
      at: 'hostile-globals.js@throw',
      ticket: true,
    },
    { type: 'console_error', message: 'still heard {"room":12}', at: 'hostile-globals.js@log', ticket: true },
  ],
};
