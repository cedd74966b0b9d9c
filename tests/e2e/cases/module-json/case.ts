import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a JSON module that is none',
  expect: [
    {
      type: 'unhandled_rejection',
      message: {
        chromium: 'Unexpected token \'}\', "{ "rooms": [ }\n" is not valid JSON',
        firefox: 'JSON.parse: unexpected character at line 1 column 14 of the JSON data',
      },
      name: 'SyntaxError',
      source: '',
      line: 0,
      ticket: true,
    },
    { type: 'console_error', message: 'control', at: 'module-json.js@control', ticket: true },
  ],
};
