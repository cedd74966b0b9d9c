import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an error in an about:blank window that the page opens',
  expect: [{ type: 'console_error', message: 'popup trouble', ticket: true }],
  act: async (page) => {
    await page.click('button');
  },
};
