import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { optionsTexts } from '../../../src/platform/texts/options.ts';
import { teamTexts } from '../../../src/platform/texts/team.ts';
import { welcomeTexts } from '../../../src/platform/texts/welcome.ts';
import { ROOT } from '../../tools/root.ts';
import { violations } from '../harness/axe.ts';
import { Ledger } from '../harness/exported.ts';
import { launchBrowser } from '../harness/launch.ts';
import { managedBrowser, servePackages, whyNoPolicies } from '../harness/managed.ts';
import { press, screenText, untilReads } from '../harness/screens.ts';
import { PAGES } from '../harness/setting.ts';
import { startSite } from '../harness/site.ts';
import { removeFolder, temporaryFolder } from '../harness/temp.ts';
import { until } from '../harness/until.ts';

const name = inject('browserName');
const blocked = whyNoPolicies();
const VALUES = JSON.parse(readFileSync(join(ROOT, 'docs', 'policies', 'values.json'), 'utf8'));

/** A site that only a person can allow. */
const SHOP = 'shop.vigie.test';
const opened: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of opened.toReversed()) await close();
});

/** What has to be undone at the end. */
function keep<T extends { close: () => Promise<void> }>(thing: T): T {
  opened.push(() => thing.close());
  return thing;
}

test('the policy files configure a fresh profile without a click, but for what the browser leaves to the person', async ({
  skip,
}) => {
  skip(blocked !== undefined, blocked);
  const folder = temporaryFolder('managed');
  opened.push(() => removeFolder(folder));
  const site = keep(await startSite(PAGES));
  const packages = keep(await servePackages(inject('built'), '0.1.0'));
  const [rule] = VALUES.siteRules;
  const values = {
    ...VALUES,
    sites: [`${site.origin}/`, `http://${SHOP}/`],
    siteRules: [{ ...rule, site: `${site.origin}/` }],
  };
  const managed = await managedBrowser(name, folder, { values, from: packages.from });
  const options = { built: inject('built'), agreed: false, localNames: [SHOP], managed };
  const browser = keep(await launchBrowser(name, options));

  // The one step: consent is given, one site waits. In French, as the policy says.
  const welcome = await browser.welcome();
  await untilReads(welcome, welcomeTexts.consent.agreed.fr, SHOP, 'Autoriser ce site');
  expect(await screenText(welcome)).not.toContain(welcomeTexts.consent.agree.fr);
  if (name === 'firefox') {
    // In Chromium the browser's own question would follow, which nobody can answer here.
    await press(welcome, 'Autoriser ce site');
    await until('no site waits any more', async () => !(await screenText(welcome)).includes('Autoriser ce site'));
  }

  // A site of the policy, with its rule: captured and ticketed.
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/account.html`);
  await page.evaluate(() => failOnDemand.throws('In a managed browser'));
  const ledger = new Ledger(browser);
  const data = await ledger.until(
    'the error',
    ({ cm_error_logs: rows, cm_support_tickets: tickets }) => rows.length > 0 && tickets.length === 1,
  );
  expect(data.cm_error_logs.map(({ message, metadata }) => [message, metadata.environment])).toEqual([
    [expect.stringContaining('Error: In a managed browser'), rule.environment],
  ]);
  expect(data.cm_sites.find(({ patterns }) => patterns.some((one) => one.includes('127.0.0.1')))?.account).toEqual({
    ...rule.account,
    accepted: true,
  });
  expect(data.settings.find(({ key }) => key === 'identity')?.value).toEqual(VALUES.settings.identity);

  const own = await browser.openExtensionPage('options.html');
  // Colons have a space of another kind on the screen.
  await untilReads(own, optionsTexts.locked.fr, teamTexts.kept.fr.split(' :')[0] ?? '');
  const shown = await own.evaluate(() => ({
    locked: [...document.querySelectorAll('fieldset:disabled h2')].map((heading) => heading.textContent?.trim()),
    given: [...document.querySelectorAll<HTMLInputElement>('#team input:read-only')].map(({ value }) => value),
  }));
  expect(shown).toEqual({
    locked: [optionsTexts.tickets.title.fr],
    given: [VALUES.team.url, VALUES.team.key],
  });
  expect(await screenText(own)).toContain(commonTexts.save.fr);
  // Judged once, as everywhere.
  if (name === 'chromium') expect(await violations(own)).toEqual([]);
});
