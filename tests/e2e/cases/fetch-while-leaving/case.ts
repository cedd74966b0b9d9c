import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: "requests that die with their page are nobody's fault",
  expect: [{ type: 'console_error', message: 'arrived', at: 'next.html@arrived', ticket: true }],
};
