import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'one bug that names another number each time is one ticket',
  expect: [
    {
      type: 'js_error',
      message: /Order \d+ not found/,
      at: 'same-bug-other-ids.js@throw',
      count: 3,
      signature: 'same-bug-other-ids.js|Order * not found|__LINE__',
      ticket: true,
    },
  ],
};
