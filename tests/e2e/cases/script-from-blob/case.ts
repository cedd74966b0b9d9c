import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'scripts and modules made of blobs and data',
  expect: [
    { type: 'js_error', message: uncaught('Error: data module boom'), name: 'Error', ticket: true },
    { type: 'js_error', message: uncaught('Error: data script boom'), name: 'Error', ticket: true },
    { type: 'js_error', message: uncaught('Error: blob script boom'), name: 'Error', ticket: true },
    { type: 'js_error', message: uncaught('Error: blob module boom'), name: 'Error', ticket: true },
  ],
};
