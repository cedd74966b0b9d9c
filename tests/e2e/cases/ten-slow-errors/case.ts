import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'identical errors spread over seconds are one ticket, exactly counted',
  expect: [{ type: 'console_error', message: 'drip', at: 'ten-slow-errors.js@log', count: 10, ticket: true }],
};
