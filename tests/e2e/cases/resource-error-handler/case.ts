import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a picture whose handler fails, and its replacement',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: while falling back'),
      name: 'Error',
      at: 'page.html@thrown',
      ticket: true,
    },
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/status/404/fallback.png', ticket: false },
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/status/404/handled.png', ticket: false },
  ],
};
