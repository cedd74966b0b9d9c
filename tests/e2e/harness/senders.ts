import type { Page } from 'puppeteer-core';
import type { Ledger } from './exported.ts';
import { trusted } from './trusted.ts';

/** What became of a message: the answer, or the browser's own refusal. */
export interface Sent {
  answer?: unknown;
  refused?: string;
}

/** The tab that shows an address, as the extension knows it. */
export async function tabIdOf(ledger: Ledger, url: string): Promise<number> {
  const page = await ledger.extensionPage();
  const ids = await page.evaluate(
    async (address) => (await chrome.tabs.query({})).filter((tab) => tab.url === address).map((tab) => tab.id),
    url,
  );
  if (ids.length !== 1 || ids[0] === undefined) throw new Error(`${ids.length} tabs show ${url}`);
  return ids[0];
}

/** Ids of all tabs, also those whose addresses the extension may not see. */
export async function tabIds(ledger: Ledger): Promise<number[]> {
  const page = await ledger.extensionPage();
  const ids = await page.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id));
  return ids.filter((id) => id !== undefined);
}

/**
 * Sends a message from the isolated world of a page, where the relay lives: what somebody could send who has taken over the page's
 * process. `fill` names fields of the first record and the length of the text to fill them with, so that it need not travel.
 */
export async function sendAsRelay(
  ledger: Ledger,
  tabId: number,
  message: unknown,
  fill: Record<string, number> = {},
): Promise<Sent> {
  const page = await ledger.extensionPage();
  const results = await page.evaluate(
    (tab, content, lengths) =>
      chrome.scripting.executeScript({
        target: { tabId: tab },
        args: [content, lengths],
        func: async (sent: { records?: Record<string, unknown>[] }, sizes: Record<string, number>) => {
          for (const [field, length] of Object.entries(sizes)) sent.records![0]![field] = 'x'.repeat(length);
          try {
            return { answer: await chrome.runtime.sendMessage(sent) };
          } catch (error) {
            return { refused: String(error) };
          }
        },
      }),
    tabId,
    trusted<{ records?: Record<string, unknown>[] }>(message),
    fill,
  );
  return trusted<Sent>(results[0]?.result);
}

/** Sends a message to an extension from a page of another one. */
export async function sendFrom(page: Page, extensionId: string, message: unknown): Promise<Sent> {
  const sent = await page.evaluate(
    (id, content) =>
      chrome.runtime.sendMessage(id, content).then(
        (answer: unknown) => ({ answer }),
        (error: unknown) => ({ refused: String(error) }),
      ),
    extensionId,
    message,
  );
  return trusted<Sent>(sent);
}
