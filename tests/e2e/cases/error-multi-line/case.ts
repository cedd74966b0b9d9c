import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a message of several lines, one of which looks like a frame',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: first line\nsecond line\n    at fake (https://evil.invalid/fake.js:9:9)\nfourth'),
      name: 'Error',
      at: 'error-multi-line.js@throw',
      ticket: true,
    },
  ],
};
