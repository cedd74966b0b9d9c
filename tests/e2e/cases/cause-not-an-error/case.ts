import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'causes that are no errors',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: wrapped text'),
      name: 'Error',
      at: 'cause-not-an-error.js@text',
      causes: ['socket closed'],
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: wrapped object'),
      name: 'Error',
      at: 'cause-not-an-error.js@object',
      causes: ['{"code":"E_SOCKET","port":443}'],
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: wrapped nothing'),
      name: 'Error',
      at: 'cause-not-an-error.js@nothing',
      ticket: true,
    },
  ],
};
