import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a module that imports a bare name',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium:
          'Uncaught TypeError: Failed to resolve module specifier "lodash". Relative references must start with either "/", "./", or "../".',
        firefox:
          'TypeError: The specifier “lodash” was a bare specifier, but was not remapped to anything. Relative module specifiers must start with “./”, “../” or “/”.',
      },
      name: 'TypeError',
      source: '__ORIGIN__/cases/module-bare-specifier/page.html',
      line: { chromium: 0, firefox: 4 },
      ticket: true,
    },
  ],
};
