import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a message of emoji, right-to-left text, control characters and markup',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: 💥 שגיאה مرحبا Ünïcödé \u202eabc\u202c \u0007 <img src=x onerror=alert(1)>'),
      name: 'Error',
      at: 'error-unicode.js@throw',
      ticket: true,
    },
  ],
};
