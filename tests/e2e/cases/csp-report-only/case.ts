import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a policy that only reports makes nothing',
  expect: [
    {
      type: 'console_error',
      message: 'control',
      source: '__ORIGIN__/cases/csp-report-only/reported.html?header=[redacted]',
      line: 5,
      ticket: true,
    },
  ],
};
