import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an image, a script and a style sheet that are missing',
  expect: [
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/status/404/picture.png', ticket: false },
    { type: 'resource_error', message: 'Failed to load script: __ORIGIN__/status/404/code.js', ticket: false },
    { type: 'resource_error', message: 'Failed to load link: __ORIGIN__/status/404/style.css', ticket: false },
  ],
};
