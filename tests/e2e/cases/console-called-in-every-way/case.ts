import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'console.error called by and within everything that calls functions',
  expect: [
    { type: 'console_error', message: 'destructured', at: 'console-called-in-every-way.js@destructured', ticket: true },
    { type: 'console_error', message: 'applied 2', at: 'console-called-in-every-way.js@applied', ticket: true },
    { type: 'console_error', message: 'bound and called', at: 'console-called-in-every-way.js@bound', ticket: true },
    { type: 'console_error', message: 'through a proxy', at: 'console-called-in-every-way.js@proxy', ticket: true },
    { type: 'console_error', message: 'through an heir', at: 'console-called-in-every-way.js@heir', ticket: true },
    { type: 'console_error', message: 'in a microtask', at: 'console-called-in-every-way.js@microtask', ticket: true },
    { type: 'console_error', message: 'after await', at: 'console-called-in-every-way.js@await', ticket: true },
    { type: 'console_error', message: 'in a static block', at: 'console-called-in-every-way.js@static', ticket: true },
    { type: 'console_error', message: 'in a getter', at: 'console-called-in-every-way.js@getter', ticket: true },
    { type: 'console_error', message: 'in toJSON', at: 'console-called-in-every-way.js@json', ticket: true },
    { type: 'console_error', message: 'in a replacer', at: 'console-called-in-every-way.js@replacer', ticket: true },
    { type: 'console_error', message: '[Event paid]', at: 'console-called-in-every-way.js@event', ticket: true },
    { type: 'console_error', message: 'text for the console', source: '', line: 0, ticket: true },
  ],
};
