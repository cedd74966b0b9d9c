import type { Page } from 'puppeteer-core';
import { CHANNEL } from '../../../src/relay/wire.ts';

export const HOSTILE_PATH = '/pages/hostile.html';

/** The page is told the names of our events, which anybody can read in the extension's source: it listens for them. */
export function hostileAddress(origin: string): string {
  return `${origin}${HOSTILE_PATH}?${Object.values(CHANNEL).join(',')}`;
}

/** What the hostile page's spies noted. Asked for one by one: the page broke everything that could carry more. */
export async function spiedOn(page: Page): Promise<string[]> {
  const length = Number(await page.evaluate('spied.length'));
  const notes: string[] = [];
  for (let index = 0; index < length; index += 1) notes.push(String(await page.evaluate(`spied[${index}]`)));
  return notes;
}
