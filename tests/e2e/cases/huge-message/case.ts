import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a message of five million characters',
  expect: [{ type: 'js_error', message: /^(Uncaught )?Error: x{500}/, at: 'huge-message.js@throw', ticket: true }],
};
