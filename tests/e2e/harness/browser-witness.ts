import type { Page } from 'puppeteer-core';
import type { Ledger } from './exported.ts';

/**
 * Waits until the browser tells the extension of failed requests. A browser that has just been started for the first time tells nobody
 * until the background has run once, and what fails before that has the page as its only witness.
 */
export async function untilTheBrowserTells(page: Page, ledger: Ledger): Promise<void> {
  for (let probe = 0; probe < 10; probe += 1) {
    const name = `probe-${'abcdefghij'[probe] ?? ''}`;
    await page.evaluate((mark) => {
      new Image().src = `/status/404/${mark}.png`;
    }, name);
    try {
      await ledger.until(
        'the probe',
        ({ cm_error_logs: rows }) => rows.some(({ source }) => source.includes('/probe-')),
        6_000,
      );
      return;
    } catch {
      // Not yet: the next probe.
    }
  }
  throw new Error('the browser tells nothing of failed requests');
}
