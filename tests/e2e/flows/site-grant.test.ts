import { beforeAll, describe, expect, test } from 'vitest';
import { press, untilReads } from '../harness/screens.ts';
import { tabIds } from '../harness/senders.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';

const NAME = 'shop.localhost';
const setting = useSetting({ localNames: [NAME] });
let address: string;

beforeAll(async () => {
  address = `${setting.site.originOf(NAME)}/pages/on-demand.html`;
  await setting.browser.allowGrants([`http://${NAME}/*`, `https://${NAME}/*`]);
});

describe('a site that was not granted', () => {
  test('is captured after one click in the popup, in open pages at once, and not before', async () => {
    const { browser, ledger } = setting;
    const others = await tabIds(ledger);
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(() => failOnDemand.logs('before the grant'));
    const [tab] = (await tabIds(ledger)).filter((id) => !others.includes(id));
    const popup = await browser.clickIcon(page, tab!);
    await untilReads(popup, 'Watch this site');
    await press(popup, 'Watch this site');
    // The browser may close the popup by asking, so the answer shows elsewhere.
    const extension = await ledger.extensionPage();
    await until('the site is granted', () =>
      extension.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), `http://${NAME}/*`),
    );
    await page.evaluate(() => {
      setInterval(() => failOnDemand.logs('in the open page, without a reload'), 300);
    });
    await ledger.until('an error of the page that was open already', (data) =>
      data.cm_error_logs.some(({ message }) => message === 'in the open page, without a reload'),
    );
    const after = await browser.openExtensionPage(`popup.html?tab=${tab}`);
    await untilReads(after, 'Watched');
    await after.close();
    await page.reload();
    await page.evaluate(() => failOnDemand.throws('after the grant'));
    const { cm_error_logs: rows } = await ledger.until('the error after the grant', (data) =>
      data.cm_error_logs.some(({ message }) => message.endsWith('after the grant')),
    );
    expect(rows.map(({ message }) => message)).not.toContain('before the grant');
    await page.close();
  });

  test('stays captured when the background was killed and the browser started again', async () => {
    const { browser, ledger } = setting;
    await browser.killBackground();
    await browser.quit();
    await browser.relaunch();
    ledger.reset();
    const own = await ledger.extensionPage();
    // A browser that has just started watches a site once its scripts are registered again.
    await until('the scripts of the site', () =>
      own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0),
    );
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(() => failOnDemand.logs('after the restart'));
    await ledger.until('the error after the restart', (data) =>
      data.cm_error_logs.some(({ message }) => message === 'after the restart'),
    );
  });
});
