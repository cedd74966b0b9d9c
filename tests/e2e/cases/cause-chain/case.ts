import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error with a chain of causes',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: checkout failed'),
      causes: ['payment refused', 'card expired'],
      at: 'cause-chain.js@outer',
      signature: 'cause-chain.js|checkout failed|__LINE__',
      ticket: true,
    },
  ],
};
