import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ExportedData, Ledger } from '../harness/exported.ts';
import { launchBrowser } from '../harness/launch.ts';
import { press, screenText, untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { removeFolder, temporaryFolder } from '../harness/temp.ts';
import type { TestBrowser } from '../harness/test-browser.ts';
import { trusted } from '../harness/trusted.ts';
import { until } from '../harness/until.ts';

const downloads = temporaryFolder('downloads');
const setting = useSetting({ downloads });
let seeded: Seeded;
let empty: TestBrowser;
let file: string;

beforeAll(async () => {
  seeded = await seed(setting);
  await seeded.page.close();
  empty = await launchBrowser(inject('browserName'), { built: inject('built') });
});

afterAll(async () => {
  await empty?.close();
  await removeFolder(downloads);
});

/** Every screen's whole text, by its address. */
async function screens(browser: TestBrowser, { cm_error_logs: rows, cm_support_tickets: tickets }: ExportedData) {
  const addresses = [
    ['#/monitoring', ...rows.map(({ message }) => message)],
    ['#/tickets', ...tickets.map(({ metadata }) => metadata.number)],
    ...tickets.map(({ id, metadata }) => [`#/tickets/${id}`, metadata.number]),
    ...rows.map(({ id, message }) => [`#/monitoring/${id}`, message]),
  ];
  const page = await browser.openExtensionPage('dashboard.html');
  const texts: Record<string, string> = {};
  for (const [hash = '', ...marks] of addresses) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    texts[hash] = await untilReads(page, ...marks);
  }
  await page.close();
  return texts;
}

async function importInto(page: Page): Promise<void> {
  const input = trusted<ElementHandle<HTMLInputElement> | null>(await page.$('input[type="file"]'));
  await input!.uploadFile(file);
}

describe('a backup', () => {
  test('is one JSON file with everything, without the install’s own id', async () => {
    const page = await setting.browser.openExtensionPage('options.html');
    await press(page, 'Export');
    await untilReads(page, 'exported to vigie-');
    const name = await until('the file is there', async () =>
      readdirSync(downloads).find((one) => /^vigie-[\d-]+\.json$/.test(one)),
    );
    file = join(downloads, name);
    await page.close();
  });

  test('imported into an empty profile reproduces every screen', async () => {
    const page = await empty.openExtensionPage('options.html');
    await importInto(page);
    await untilReads(page, 'Import finished');
    expect(await screenText(page)).not.toContain('refused');
    const imported = await new Ledger(empty).tables();
    const original = await setting.ledger.tables();
    expect(imported).toEqual(original);
    expect(await screens(empty, await new Ledger(empty).read())).toEqual(
      await screens(setting.browser, await setting.ledger.read()),
    );
  });

  test('imported again changes nothing', async () => {
    const before = await new Ledger(empty).tables();
    const page = await empty.openExtensionPage('options.html');
    await importInto(page);
    const text = await untilReads(page, 'Import finished', 'No row added');
    expect(text).toContain('No row updated');
    expect(await new Ledger(empty).tables()).toEqual(before);
    await page.close();
  });

  test('that is none is refused with a sentence, and changes nothing', async () => {
    const before = await new Ledger(empty).tables();
    const page = await empty.openExtensionPage('options.html');
    const input = trusted<ElementHandle<HTMLInputElement> | null>(await page.$('input[type="file"]'));
    await input!.uploadFile(join(import.meta.dirname, '..', 'pages', 'on-demand.js'));
    await untilReads(page, 'This file is not JSON');
    await input!.uploadFile(join(import.meta.dirname, '..', 'fixtures', 'other-extension', 'manifest.json'));
    await untilReads(page, 'no export of Vigie');
    expect(await new Ledger(empty).tables()).toEqual(before);
    await page.close();
  });
});
