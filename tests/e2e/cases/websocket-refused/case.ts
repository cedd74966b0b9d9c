import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a WebSocket that is refused: nobody listens',
  expect: [{ type: 'network_error', message: /^GET ws:\/\/127\.0\.0\.1:\d+\/live failed$/, ticket: true }],
};
