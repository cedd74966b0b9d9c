import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { optionsTexts } from '../../../src/platform/texts/options.ts';
import { welcomeTexts } from '../../../src/platform/texts/welcome.ts';
import { archive, filesIn } from '../../tools/package/archive.ts';
import { OUTPUT_FOLDER } from '../harness/built.ts';
import { Ledger } from '../harness/exported.ts';
import { fill } from '../harness/forms.ts';
import { launchBrowser } from '../harness/launch.ts';
import { press, untilReads } from '../harness/screens.ts';
import { PAGES } from '../harness/setting.ts';
import { type Site, startSite } from '../harness/site.ts';
import { removeFolder, temporaryFolder } from '../harness/temp.ts';
import type { TestBrowser } from '../harness/test-browser.ts';
import { until } from '../harness/until.ts';

/** Each higher than the one before. */
const UPGRADES = { interrupted: '99.0.0', running: '99.1.0' } as const;
/** A site that a person allows, beside this machine's own pages: its scripts are registered, and browsers drop those at an update. */
const SHOP = 'shop.localhost';
const folder = OUTPUT_FOLDER[inject('browserName')];

let site: Site;
let browser: TestBrowser;
let ledger: Ledger;
let packages: string;

/** The package as a person unpacks it, in this version. */
function unpackInto(target: string, version?: string): void {
  const files = unzipSync(archive(filesIn(join(inject('built'), folder))));
  for (const [name, content] of Object.entries(files)) {
    const path = join(target, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name === 'manifest.json' && version !== undefined ? withVersion(content, version) : content);
  }
}

function withVersion(manifest: Uint8Array, version: string): string {
  const content: Record<string, unknown> = JSON.parse(Buffer.from(manifest).toString());
  return JSON.stringify({ ...content, version });
}

beforeAll(async () => {
  packages = temporaryFolder('packages');
  unpackInto(packages);
  site = await startSite(PAGES);
  browser = await launchBrowser(inject('browserName'), { built: packages, agreed: false, localNames: [SHOP] });
  ledger = new Ledger(browser);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await removeFolder(packages);
});

/** What the browser holds for the extension beside its data; the version is that of the extension itself. */
async function held() {
  const page = await ledger.extensionPage();
  return page.evaluate(async () => ({
    version: chrome.runtime.getManifest().version,
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name).toSorted(),
    scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).toSorted(),
    origins: (await chrome.permissions.getAll()).origins?.toSorted(),
  }));
}

/** Waits until the extension has this version and holds again what it held, whatever it takes the browser to start it. */
async function untilHolds(version: string, before: Awaited<ReturnType<typeof held>>): Promise<void> {
  const wanted = JSON.stringify({ ...before, version });
  let last = '';
  const waited = until('the new version holds what the one before it held', async () => {
    try {
      last = JSON.stringify(await held());
    } catch (error) {
      // While one version gives way to the other, its pages close and open none.
      last = String(error);
      ledger.reset();
    }
    return last === wanted;
  });
  await waited.catch((error: unknown) => {
    throw new Error(`${String(error)}:\n${wanted}\n${last}`);
  });
}

/** What is stored, but for visits: a page that is taken over counts as shown. */
async function stored() {
  const { cm_visits: _, ...tables } = await ledger.tables();
  return tables;
}

/** Waits until the present version runs in every open page of the shop. */
async function untilWatched(): Promise<void> {
  const own = await ledger.extensionPage();
  await until('open pages are watched', () =>
    own.evaluate(async (pattern) => {
      const tabs = await chrome.tabs.query({ url: pattern });
      const injections = tabs.map(({ id = 0 }) =>
        chrome.scripting.executeScript({ target: { tabId: id }, func: () => Symbol.for('vigie.relay') in globalThis }),
      );
      return (await Promise.all(injections)).flat().every(({ result }) => result === true);
    }, `http://${SHOP}/*`),
  );
}

async function captures(page: Page, text: string): Promise<void> {
  await page.evaluate((message) => failOnDemand.logs(message), text);
  await ledger.until(text, ({ cm_error_logs: rows }) => rows.some(({ message }) => message === text));
}

async function openShop(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${site.originOf(SHOP)}/pages/on-demand.html`);
  return page;
}

/** Firefox wants a click of a person's to be asked. */
async function grantByClick(own: Page, pattern: string): Promise<void> {
  await own.evaluate((origin) => {
    const button = document.createElement('button');
    button.textContent = 'Grant';
    button.addEventListener('click', () => void chrome.permissions.request({ origins: [origin] }));
    document.body.prepend(button);
  }, pattern);
  await press(own, 'Grant');
}

test('from the installation of the package to the first ticket', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  await page.evaluate(() => failOnDemand.throws('Before anybody agreed'));
  await sleep(2_000); // Longer than a page in front and its relay hold anything back.

  const welcome = await browser.welcome();
  await untilReads(welcome, welcomeTexts.consent.who.question.en);
  await press(welcome, welcomeTexts.consent.agree.en);
  await untilReads(welcome, welcomeTexts.consent.agreed.en);
  await fill(welcome, optionsTexts.identity.email.en, 'qa@example.com');
  await press(welcome, commonTexts.save.en);
  await untilReads(welcome, optionsTexts.saved.en);
  await press(welcome, welcomeTexts.test.action.en);
  await untilReads(welcome, welcomeTexts.test.arrived.en);

  const data = await ledger.tables();
  expect(data.cm_error_logs.map(({ message }) => message)).toEqual([expect.stringContaining('Vigie test error')]);
  expect(data.cm_support_tickets).toMatchObject([{ client_email: 'qa@example.com', source: 'auto_detection' }]);
});

test('an upgrade that the end of the browser cuts short loses nothing', async () => {
  await browser.allowGrants([`http://${SHOP}/*`]);
  const own = await ledger.extensionPage();
  await own.evaluate((pattern) => chrome.runtime.sendMessage({ type: 'site.add', pattern }), `http://${SHOP}`);
  await grantByClick(own, `http://${SHOP}/*`);
  await until('the scripts of the site', async () => (await held()).scripts.length > 0);
  await captures(await openShop(), 'before the upgrade');
  const [tables, before] = [await stored(), await held()];
  expect(before.alarms).not.toEqual([]);

  await browser.quit();
  unpackInto(packages, UPGRADES.interrupted);
  browser.install(packages);
  await browser.relaunch();
  await until('the new version starts', () => browser.backgroundIsRunning());
  await browser.killBrowser();
  await browser.relaunch();
  ledger.reset();
  await untilHolds(UPGRADES.interrupted, before);
  expect(await stored()).toEqual(tables);
});

test('an upgrade while the browser runs keeps data, grants, alarms and scripts, and goes on in the tabs that are open', async () => {
  const page = await openShop();
  await captures(page, 'after the upgrade');
  const [tables, before] = [await stored(), await held()];
  unpackInto(packages, UPGRADES.running);
  await browser.upgrade(packages);
  await untilHolds(UPGRADES.running, before);
  expect(await stored()).toEqual(tables);
  await untilWatched();
  await captures(page, 'in a tab that was opened before the next one');
  await captures(await openShop(), 'in a tab that was opened after it');
});

/** Opens the database past Dexie, in a far later version if asked to, and counts the errors in it. */
function countRaw(page: Page, version?: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('vigie', wanted);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const { result: db } = opening;
          const counting = db.transaction('cm_error_logs').objectStore('cm_error_logs').count();
          counting.addEventListener('success', () => {
            db.close();
            resolve(counting.result);
          });
        });
      }),
    version,
  );
}

test('a downgrade says so on every page, and neither reads nor writes the newer data', async () => {
  const { cm_error_logs: rows } = await ledger.tables();
  const own = await ledger.extensionPage();
  const page = await openShop();
  // The last row of the test before may come until here, and none after it.
  const newer = await countRaw(own, 1_000_000);
  expect(newer).toBeGreaterThanOrEqual(rows.length);
  await page.evaluate(() => failOnDemand.throws('not stored by an older version'));
  const tab = await own.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, `http://${SHOP}/*`);
  for (const path of ['dashboard.html', 'options.html', `popup.html?tab=${tab}`, 'welcome.html']) {
    const surface = await browser.openExtensionPage(path);
    await untilReads(surface, commonTexts.newerData.title.en);
    await surface.close();
  }
  expect(await countRaw(own)).toBe(newer);
});
