import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

/** Milliseconds after which a browser that shows no such page is broken, not slow. */
const PATIENCE = 180_000;

/** The page that the extension opens once it is installed. Asked of the pages themselves: not every browser tells where its tabs are. */
export async function welcomePage(browser: Browser): Promise<Page> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    for (const page of await browser.pages()) {
      const state = await page.evaluate('document.readyState + " " + location.pathname').catch(() => '');
      if (state === 'complete /welcome.html') return page;
    }
  }
  throw new Error('the extension opened no page at its installation');
}

/** Agrees to the capture on that page, as a person does first of all, and closes it. */
export async function agreeToCapture(browser: Browser): Promise<void> {
  const page = await welcomePage(browser);
  const message = JSON.stringify({ type: 'consent.set', scope: 'capture', agreed: true });
  const answer = await page.evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`);
  if (answer !== 'null') throw new Error(`the consent was refused: ${String(answer)}`);
  await page.close();
}
