import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an import map that is no JSON; the modules of the page run on',
  expect: [
    {
      type: 'js_error',
      message: /^(?:Uncaught )?SyntaxError: Failed to parse import map: invalid JSON/i,
      ticket: true,
    },
    { type: 'console_error', message: 'modules run on', at: 'page.html@after', ticket: true },
  ],
};
