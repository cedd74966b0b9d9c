import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'event handlers of every form',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: in a property'),
      name: 'Error',
      at: 'event-handlers-of-every-form.js@property',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in an object'),
      name: 'Error',
      at: 'event-handlers-of-every-form.js@object',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: only once'),
      name: 'Error',
      at: 'event-handlers-of-every-form.js@once',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a form'),
      name: 'Error',
      at: 'event-handlers-of-every-form.js@form',
      ticket: true,
    },
    {
      type: 'console_error',
      message: 'dispatching goes on',
      at: 'event-handlers-of-every-form.js@after',
      ticket: true,
    },
  ],
};
