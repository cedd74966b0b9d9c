import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a fetch that cannot be made because its address is none',
  expect: [
    { type: 'console_error', message: 'control', ticket: true },
    { type: 'network_error', message: /./, ticket: true },
  ],
};
