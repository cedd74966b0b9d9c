import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
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

const HIGHER = '99.0.0';
const folder = OUTPUT_FOLDER[inject('browserName')];

let site: Site;
let browser: TestBrowser;
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
  browser = await launchBrowser(inject('browserName'), { built: packages, agreed: false });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await removeFolder(packages);
});

test('from the installation to the first ticket, and through an upgrade that keeps everything', async () => {
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

  const ledger = new Ledger(browser);
  const before = await ledger.tables();
  expect(before.cm_error_logs.map(({ message }) => message)).toEqual([expect.stringContaining('Vigie test error')]);
  expect(before.cm_support_tickets).toMatchObject([{ client_email: 'qa@example.com', source: 'auto_detection' }]);

  await browser.quit();
  unpackInto(packages, HIGHER);
  browser.install(packages);
  await browser.relaunch();
  ledger.reset();
  expect(await ledger.tables()).toEqual(before);
  expect(await (await ledger.extensionPage()).evaluate(() => chrome.runtime.getManifest().version)).toBe(HIGHER);

  const again = await browser.newPage();
  await again.goto(`${site.origin}/pages/on-demand.html`);
  await again.evaluate(() => failOnDemand.throws('After the upgrade'));
  const after = await ledger.until(
    'an error of the upgraded extension',
    ({ cm_error_logs: rows }) => rows.length === 2,
  );
  expect(after.cm_support_tickets).toHaveLength(2);
});
