import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { saveSetting } from './ask.ts';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const SCHEMES = ['light', 'dark'] as const;

/** What the screenshots need of a running tour. */
export interface Scene {
  browser: Browser;
  extensionId: string;
  dashboard: Page;
  /** A page of a watched site: the popup is about it. */
  page: Page;
  ticketId: string;
}

/** Saves every surface in both languages and both colour schemes. Returns the files' names. */
export async function takeScreenshots(scene: Scene, folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const saved: string[] = [];
  for (const language of LANGUAGES) {
    await chooseLanguage(scene.dashboard, language);
    for (const scheme of SCHEMES) {
      const save = async (surface: string, page: Page) => {
        const name = `${surface}.${language}.${scheme}.png`;
        await settle(page, scheme);
        // The popup has a window of its own, and what does not fit is scrolled there.
        const whole = surface !== 'popup';
        await page.screenshot({ path: join(folder, name), fullPage: whole, captureBeyondViewport: whole });
        saved.push(name);
      };
      await savePages(scene, save);
      await savePopup(scene, save);
    }
  }
  return saved;
}

type Save = (surface: string, page: Page) => Promise<void>;

async function savePages(scene: Scene, save: Save): Promise<void> {
  const pages = {
    'dashboard-monitoring': 'dashboard.html#/',
    'dashboard-tickets': 'dashboard.html#/tickets',
    'dashboard-ticket': `dashboard.html#/tickets/${scene.ticketId}`,
    'dashboard-diagnostic': 'dashboard.html#/diagnostic',
    options: 'options.html',
  };
  for (const [surface, path] of Object.entries(pages)) {
    const page = await scene.browser.newPage();
    await page.goto(`chrome-extension://${scene.extensionId}/${path}`, { timeout: 0 });
    await save(surface, page);
    await page.close();
  }
}

/** The real popup, opened by its icon over the page that it is about. */
async function savePopup({ browser, extensionId, page }: Scene, save: Save): Promise<void> {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error('The browser has lost the extension.');
  await page.bringToFront();
  const opening = browser.waitForTarget((target) => target.url().endsWith('/popup.html'), { timeout: 0 });
  await page.triggerExtensionAction(extension);
  const popup = await (await opening).asPage();
  await save('popup', popup);
  await popup.close();
}

/** By the same message as the options page sends, so that the setting is checked and stored as a user's choice is. */
export async function chooseLanguage(dashboard: Page, value: string): Promise<void> {
  await saveSetting(dashboard, 'language', value);
}

/** Waits until the page has drawn what it read: no more network, fonts there, two frames without a change of its text. */
export async function settle(page: Page, scheme: string): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.waitForFunction("document.readyState === 'complete' && document.body.innerText.trim() !== ''", {
    timeout: 0,
  });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  let before: unknown;
  for (let now = await page.evaluate('document.body.innerText'); now !== before;) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
    now = await page.evaluate('document.body.innerText');
  }
}
