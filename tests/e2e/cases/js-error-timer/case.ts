import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a timer',
  expect: [
    {
      type: 'js_error',
      message: uncaught('RangeError: too late'),
      name: 'RangeError',
      at: 'js-error-timer.js@throw',
      signature: 'js-error-timer.js|too late|__LINE__',
      ticket: true,
    },
  ],
};
