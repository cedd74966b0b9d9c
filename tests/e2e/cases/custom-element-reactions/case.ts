import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'errors in the reactions of custom elements',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: in the constructor'),
      name: 'Error',
      at: 'custom-element-reactions.js@constructor',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: when connected'),
      name: 'Error',
      at: 'custom-element-reactions.js@connected',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: when removed'),
      name: 'Error',
      at: 'custom-element-reactions.js@removed',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: when changed'),
      name: 'Error',
      at: 'custom-element-reactions.js@changed',
      ticket: true,
    },
  ],
};
