import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page to which somebody comes back',
  expect: [{ type: 'console_error', message: 'shown', at: 'page.html@shown', count: 2, ticket: true }],
  async act(page) {
    await page.goto(page.url().replace('page.html', 'next.html'));
    await page.goBack();
  },
};
