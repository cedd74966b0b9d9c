import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console methods that were taken off the console',
  expect: [
    { type: 'console_error', message: 'detached', at: 'console-detached.js@detached', ticket: true },
    { type: 'console_error', message: 'applied 1', at: 'console-detached.js@applied', ticket: true },
    { type: 'console_error', message: 'bound later', at: 'console-detached.js@bound', ticket: true },
    { type: 'console_error', message: 'reflected', at: 'console-detached.js@reflected', ticket: true },
    { type: 'console_error', message: 'from a list 0 ["from a list"]', at: 'console-detached.js@list', ticket: true },
    { type: 'console_warn', message: 'called', at: 'console-detached.js@called', ticket: false },
  ],
};
