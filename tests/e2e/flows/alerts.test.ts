import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { OUTPUT_FOLDER } from '../harness/built.ts';
import { Ledger } from '../harness/exported.ts';
import { launchBrowser } from '../harness/launch.ts';
import { untilReads } from '../harness/screens.ts';
import { seed, SEEDED } from '../harness/seed.ts';
import { PAGES, type Setting } from '../harness/setting.ts';
import { startSite } from '../harness/site.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { removeFolder, temporaryFolder } from '../harness/temp.ts';
import { until } from '../harness/until.ts';

/**
 * The extension as it is once somebody has allowed notifications: the browser's own question, which a click in the options leads to, cannot
 * be answered here.
 */
function withPermission(): string {
  const folder = temporaryFolder('allowed');
  cpSync(inject('built'), folder, { recursive: true });
  const path = join(folder, OUTPUT_FOLDER.chromium, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'notifications'] }));
  return folder;
}

// Firefox shows notifications by the system alone, and tells nobody which.
describe.runIf(inject('browserName') === 'chromium')('the browser’s own notification', () => {
  let setting: Setting;
  let built: string;

  beforeAll(async () => {
    built = withPermission();
    const browser = await launchBrowser('chromium', { built });
    setting = { browser, ledger: new Ledger(browser), site: await startSite(PAGES) };
  });

  afterAll(async () => {
    await setting?.browser.close();
    await setting?.site.close();
    await removeFolder(built);
  });

  async function shown(): Promise<string[]> {
    const page = await setting.ledger.extensionPage();
    return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  }

  test('is one for four new tickets, once somebody wants it, and a click on it leads to them', async () => {
    await saveSetting(setting, 'alerts', { created: true, reopened: true });
    const { data } = await seed(setting);
    expect(data.cm_support_tickets).toHaveLength(SEEDED.tickets);
    await until('a notification is shown', async () => (await shown()).length > 0);
    expect(await shown()).toEqual(['vigie']);
    const options = await setting.browser.openExtensionPage('options.html#alerts');
    expect(await untilReads(options, 'Notifications of this browser')).not.toContain('Allow notifications');

    await click(options);
    await until('the tickets are shown', () => opened(options, '#/tickets'));
    expect(await shown()).toEqual([]);
  });
});

/** No test reaches the system's own window: the browser tells the background what it would tell it then. */
async function click(page: Page): Promise<void> {
  const background = await page.browser().waitForTarget((target) => target.url().endsWith('/background.js'));
  const worker = await background.worker();
  await worker?.evaluate("chrome.notifications.onClicked.dispatch('vigie')");
}

async function opened(page: Page, hash: string): Promise<boolean> {
  const tabs = await page.browser().pages();
  return tabs.some((tab) => tab.url().endsWith(`dashboard.html${hash}`));
}
