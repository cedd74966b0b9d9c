import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a listener that is none',
  expect: [
    {
      type: 'js_error',
      message: "TypeError: Property 'handleEvent' is not callable.",
      at: 'event-handler-not-callable.js@listener',
      ticket: true,
    },
    { type: 'console_error', message: 'control', at: 'event-handler-not-callable.js@control', ticket: true },
  ],
  skip: { chromium: 'it says nothing of such a listener' },
};
