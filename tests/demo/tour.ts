import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { type Backup, readBackup } from './backup.ts';
import { EXPECTED, PRESSES, type SiteName } from './expected.ts';
import { judge, type Verdict } from './verdict.ts';

/** How long nothing may change before what is still missing is given up, in milliseconds: far beyond what a slow machine needs. */
const PATIENCE = 60_000;

/** How long to look on for what should not come, once everything expected is there, in milliseconds. */
const LAST_LOOK = 2_000;

export interface TourResult extends Verdict {
  backup: Backup;
  /** The booking site's page, still open. */
  page: Page;
}

/** Visits both sites, presses every button as a visitor does, and compares what the extension stored with what was expected. */
export async function takeTour(
  browser: Browser,
  origins: Record<SiteName, string>,
  dashboard: Page,
): Promise<TourResult> {
  const second = await visit(browser, origins, 'hotes');
  const page = await visit(browser, origins, 'gites');
  await second.close();
  await waitFor(dashboard, origins);
  await sleep(LAST_LOOK);
  const backup = await readBackup(dashboard);
  return { ...judge(EXPECTED, origins, backup), backup, page };
}

/** Opens a site and presses all of its buttons. */
export async function visit(browser: Browser, origins: Record<SiteName, string>, site: SiteName): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(origins[site], { waitUntil: 'load' });
  await refuseUnknownButtons(page, site);
  for (const { button } of PRESSES.filter((press) => press.site === site)) {
    await page.locator(`button[data-panne="${button}"]`).click();
  }
  return page;
}

/** A button that the list of expectations forgot would never be tried. */
async function refuseUnknownButtons(page: Page, site: SiteName): Promise<void> {
  const there = await page.$$eval('button[data-panne]', (all) =>
    all.map((one) => one.getAttribute('data-panne') ?? ''),
  );
  const listed = PRESSES.filter((press) => press.site === site).map(({ button }) => button);
  const unknown = there.filter((name) => !listed.includes(name));
  if (unknown.length > 0) throw new Error(`tests/demo/expected.ts says nothing about: ${unknown.join(', ')}`);
}

/** Until all is as expected, or nothing has come for a long time. */
async function waitFor(dashboard: Page, origins: Record<SiteName, string>): Promise<void> {
  let before = '';
  for (let end = Date.now() + PATIENCE; Date.now() < end; await sleep(500)) {
    const backup = await readBackup(dashboard);
    if (judge(EXPECTED, origins, backup).problems.length === 0) return;
    const now = JSON.stringify([backup.cm_error_logs, backup.cm_support_tickets]);
    if (now !== before) end = Date.now() + PATIENCE;
    before = now;
  }
}
