import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'async functions, generators, thenables and what is made of promises',
  expect: [
    { type: 'unhandled_rejection', message: 'async arrow', at: 'rejections-of-async-code.js@arrow', ticket: true },
    {
      type: 'unhandled_rejection',
      message: 'thenable said no',
      at: 'rejections-of-async-code.js@said-no',
      ticket: true,
    },
    { type: 'unhandled_rejection', message: 'executor', at: 'rejections-of-async-code.js@executor', ticket: true },
    { type: 'unhandled_rejection', message: 'first of all', at: 'rejections-of-async-code.js@all', ticket: true },
    { type: 'unhandled_rejection', message: 'race', at: 'rejections-of-async-code.js@race', ticket: true },
    { type: 'unhandled_rejection', message: 'by finally', at: 'rejections-of-async-code.js@finally', ticket: true },
    { type: 'unhandled_rejection', message: 'in catch', at: 'rejections-of-async-code.js@catch', ticket: true },
    { type: 'unhandled_rejection', message: 'of a subclass', at: 'rejections-of-async-code.js@subclass', ticket: true },
    {
      type: 'unhandled_rejection',
      message: 'async generator',
      at: 'rejections-of-async-code.js@generator',
      ticket: true,
    },
    { type: 'unhandled_rejection', message: 'for await', at: 'rejections-of-async-code.js@for-await', ticket: true },
    { type: 'unhandled_rejection', message: 'async timer', at: 'rejections-of-async-code.js@timer', ticket: true },
    {
      type: 'unhandled_rejection',
      message: 'async listener',
      at: 'rejections-of-async-code.js@listener',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'async microtask',
      at: 'rejections-of-async-code.js@microtask',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'one error of two promises',
      at: 'rejections-of-async-code.js@shared',
      count: 2,
      ticket: true,
    },
  ],
};
