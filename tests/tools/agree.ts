import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

/** Milliseconds after which a browser that shows no such page is broken, not slow. */
const PATIENCE = 180_000;
/** Milliseconds that one page has for its answer: one that the browser is just replacing never gives any. */
const ANSWER = 5_000;

/** What a page says of itself, or why it does not. Asked of the pages themselves: not every browser tells where its tabs are. */
async function stateOf(page: Page): Promise<string> {
  const over = new AbortController();
  const state = page
    .evaluate('document.readyState + " " + location.pathname')
    .then(String)
    .catch((error: unknown) => `no answer: ${String(error)}`);
  const late = sleep(ANSWER, 'no answer in time', { signal: over.signal }).catch(() => '');
  const answer = await Promise.race([state, late]);
  over.abort();
  return answer;
}

/** The page that the extension opens once it is installed. */
export async function welcomePage(browser: Browser): Promise<Page> {
  let states: string[] = [];
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    const pages = await browser.pages();
    states = await Promise.all(pages.map(stateOf));
    const page = pages[states.indexOf('complete /welcome.html')];
    if (page) return page;
  }
  throw new Error(`the extension opened no page at its installation; there are: ${states.join(', ')}`);
}

/** Agrees to the capture on that page, as a person does first of all, and closes it. */
export async function agreeToCapture(browser: Browser): Promise<void> {
  const page = await welcomePage(browser);
  const message = JSON.stringify({ type: 'consent.set', scope: 'capture', agreed: true });
  const answer = await page.evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`);
  if (answer !== 'null') throw new Error(`the consent was refused: ${String(answer)}`);
  await page.close();
}
