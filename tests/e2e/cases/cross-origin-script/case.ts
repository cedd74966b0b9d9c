import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in a script of another site without CORS',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Script error.', firefox: 'Error: foreign script boom' },
      ticket: true,
    },
  ],
};
