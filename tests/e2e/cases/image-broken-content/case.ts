import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'pictures that are none',
  expect: [
    {
      type: 'resource_error',
      message: 'Failed to load img: __ORIGIN__/cases/image-broken-content/broken.png',
      ticket: false,
    },
    {
      type: 'resource_error',
      message: 'Failed to load img: __ORIGIN__/cases/image-broken-content/page.html',
      ticket: false,
    },
    { type: 'resource_error', message: 'Failed to load img: data:image/png;base64,[redacted]', ticket: false },
  ],
};
