import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an image that never enters the document and is missing',
  expect: [
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/status/404/detached.png', ticket: false },
  ],
};
