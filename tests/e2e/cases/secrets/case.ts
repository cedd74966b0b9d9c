import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'secrets in every place of an error are masked before anything is stored',
  expect: [
    { type: 'console_error', message: /^login failed/, ticket: true },
    { type: 'http_error', message: /^GET .*500/, ticket: true },
  ],
  absent: ['hunter2-geheim', 'eyJhbGciOiJIUzI1NiJ9', 'dozjgNryP4J3jVmNHl0w5N', 's3cr3t-t0ken-value'],
};
