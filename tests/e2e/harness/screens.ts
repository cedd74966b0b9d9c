import type { ElementHandle, Page } from 'puppeteer-core';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { trusted } from './trusted.ts';
import { until } from './until.ts';

/** Everything a person can read on a page, in order; moments as their exact time, since ages change while one looks. */
export function screenText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const moments = new Set<Element>();
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      const text = textContent?.trim() ?? '';
      if (text === '' || !parentElement?.checkVisibility()) continue;
      const moment = parentElement.closest('time');
      if (moment && moments.has(moment)) continue;
      if (moment) moments.add(moment);
      read.push(moment ? moment.dateTime : text);
    }
    return read.join('\n');
  });
}

/** What stands where something is still being read. */
const LOADING = commonTexts.loading.en;

/** Waits until all these texts can be read and nothing is loading any more, and returns the whole screen. */
export function untilReads(page: Page, ...texts: string[]): Promise<string> {
  let last = '';
  const waited = until(`the screen reads ${texts.join(', ')}`, async () => {
    last = await screenText(page);
    return texts.every((text) => last.includes(text)) && !last.includes(LOADING) && last;
  });
  return waited.catch((error: unknown) => {
    throw new Error(`${String(error)}; it reads:\n${last}`);
  });
}

/** Clicks the button or link of this name as a person would, with the mouse. */
export async function press(page: Page, name: string): Promise<void> {
  const found = await until(`there is a button “${name}”`, async () => {
    const handle = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll('button, a[href], summary')].find(
          (control) => control.textContent?.trim() === wanted && !control.matches(':disabled, [aria-disabled="true"]'),
        ) ?? null,
      name,
    );
    return trusted<ElementHandle | null>(handle.asElement()) ?? undefined;
  });
  await found.click();
}
