import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors with empty, numeric and two-line names',
  expect: [
    {
      type: 'js_error',
      message: { chromium: 'Uncaught nameless', firefox: ': nameless' },
      at: 'error-odd-name.js@nameless',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught numbered', firefox: 'Error: numbered' },
      at: 'error-odd-name.js@numbered',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('RateLimit\nError: renamed afterwards'),
      name: 'RateLimit\nError',
      at: 'error-odd-name.js@renamed',
      ticket: true,
    },
  ],
};
