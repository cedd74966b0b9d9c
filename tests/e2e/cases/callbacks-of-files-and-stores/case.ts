import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in callbacks of files, drawings and databases',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: after reading'),
      name: 'Error',
      at: 'callbacks-of-files-and-stores.js@reader',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: after drawing'),
      name: 'Error',
      at: 'callbacks-of-files-and-stores.js@blob',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: after opening'),
      name: 'Error',
      at: 'callbacks-of-files-and-stores.js@store',
      ticket: true,
    },
  ],
};
