import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { useSetting } from '../harness/setting.ts';
import { HOSTILE_PATH, hostileAddress, spiedOn } from '../harness/hostile.ts';
import { pagePath } from '../harness/exported.ts';

const setting = useSetting();

/** Switches the page's site off and on as the popup does. */
async function switchSite(enabled: boolean): Promise<void> {
  const { ledger } = setting;
  const { cm_sites: sites } = await ledger.read();
  const page = await ledger.extensionPage();
  for (const { id } of sites) {
    const answer = await page.evaluate(
      async (site, on) =>
        JSON.stringify(await chrome.runtime.sendMessage({ type: 'site.update', id: site, enabled: on })),
      id,
      enabled,
    );
    expect(answer).toBe('null');
  }
}

test('a watched page notices nothing when its site is paused and resumed, and is captured on', async () => {
  const { browser, ledger, site } = setting;
  const page: Page = await browser.newPage();
  await page.goto(hostileAddress(site.origin));
  await ledger.until(
    'the errors of the hostile page',
    ({ cm_error_logs: rows }) => rows.filter((row) => pagePath(row) === HOSTILE_PATH).length >= 6,
  );
  const before = new Set(await spiedOn(page));
  await switchSite(false);
  await switchSite(true);
  await page.evaluate('natives.apply(natives.timeout, window, [() => { throw new Error("after the pause"); }, 0])');
  const { cm_error_logs: rows } = await ledger.until('the error after the pause', (data) =>
    data.cm_error_logs.some(({ message }) => message.endsWith('after the pause')),
  );
  expect(rows.filter(({ message }) => message.endsWith('after the pause'))).toHaveLength(1);
  expect(new Set(await spiedOn(page))).toEqual(before);
});
