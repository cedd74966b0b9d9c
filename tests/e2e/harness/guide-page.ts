import type { Page } from 'puppeteer-core';
import type { Setting } from './setting.ts';
import { until } from './until.ts';

/** Opens one of the pages that the guide names and waits for the screen that it leads to, `#/tickets` for example. */
export async function openGuidePage({ browser }: Setting, path: string, screen: string): Promise<Page> {
  // From another page of the extension: opening an address waits for that very address.
  const page = await browser.openExtensionPage('options.html');
  await page.evaluate((address) => location.assign(address), `/pages/${path}`);
  await until(`${path} leads to ${screen}`, async () => (await addressOf(page)).endsWith(`/dashboard.html${screen}`));
  return page;
}

/** Asked of the page itself, since not every browser tells of what an extension's page turns into. '' between two pages. */
export async function addressOf(page: Page): Promise<string> {
  try {
    return await page.evaluate(() => (document.readyState === 'complete' ? location.href : ''));
  } catch {
    return '';
  }
}
