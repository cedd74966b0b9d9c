import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'XMLHttpRequests that are used wrongly',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium:
          "Uncaught InvalidStateError: Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED.",
        firefox: 'InvalidStateError: XMLHttpRequest.send: XMLHttpRequest state must be OPENED.',
      },
      name: 'InvalidStateError',
      at: 'xhr-misused.js@state',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught SyntaxError: Failed to execute 'open' on 'XMLHttpRequest': Invalid URL",
        firefox: "SyntaxError: XMLHttpRequest.open: 'http://[bad' is not a valid URL.",
      },
      name: 'SyntaxError',
      at: 'xhr-misused.js@url',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium:
          "Uncaught SyntaxError: Failed to execute 'open' on 'XMLHttpRequest': 'BAD METHOD' is not a valid HTTP method.",
        firefox: 'SyntaxError: An invalid or illegal string was specified',
      },
      name: 'SyntaxError',
      at: 'xhr-misused.js@method',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium:
          "Uncaught InvalidStateError: Failed to execute 'setRequestHeader' on 'XMLHttpRequest': The object's state must be OPENED.",
        firefox: 'InvalidStateError: XMLHttpRequest.setRequestHeader: XMLHttpRequest state must be OPENED.',
      },
      name: 'InvalidStateError',
      at: 'xhr-misused.js@header',
      ticket: true,
    },
  ],
};
