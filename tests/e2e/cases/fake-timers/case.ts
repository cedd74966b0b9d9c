import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page that replaced all timers with fakes',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: still in fake time'),
      name: 'Error',
      at: 'fake-timers.js@throw',
      ticket: true,
    },
    { type: 'console_error', message: 'under fake time', at: 'fake-timers.js@log', ticket: true },
  ],
};
