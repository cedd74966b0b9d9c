import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'one error on every channel',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: everywhere'),
      name: 'Error',
      at: 'same-object-on-every-channel.js@made',
      ticket: true,
    },
  ],
};
