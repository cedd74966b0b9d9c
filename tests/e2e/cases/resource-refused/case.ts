import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'files of which there is no answer',
  expect: [
    { type: 'resource_error', message: 'Failed to load link: __DEAD_ORIGIN__/lib.css', ticket: false },
    { type: 'resource_error', message: 'Failed to load script: __DEAD_ORIGIN__/lib.js', ticket: false },
    { type: 'resource_error', message: 'Failed to load img: __ORIGIN__/drop/picture.png', ticket: false },
  ],
};
