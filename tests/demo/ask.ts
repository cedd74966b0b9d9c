import type { Page } from 'puppeteer-core';

/**
 * Asks the background by a message of the extension's own pages.
 *
 * @throws Error when it refuses.
 */
export async function ask(page: Page, message: { type: string } & Record<string, unknown>): Promise<void> {
  const answer = String(
    await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)}).then(JSON.stringify)`),
  );
  if (answer.startsWith('{"failure"')) throw new Error(`"${message.type}" was refused: ${answer}`);
}

/** Saves a setting as the options page does. */
export async function saveSetting(page: Page, key: string, value: unknown): Promise<void> {
  await ask(page, { type: 'settings.save', key, value });
}
