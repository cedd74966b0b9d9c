import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { press, screenText, untilReads } from '../harness/screens.ts';
import { seed, type Seeded, SEEDED } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';

const setting = useSetting();
let seeded: Seeded;

beforeAll(async () => {
  seeded = await seed(setting);
});

async function badgeOf(tab: number): Promise<string> {
  const page = await setting.ledger.extensionPage();
  return page.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
}

describe('the popup', () => {
  test('lists what the tab produced, with counts and ticket badges', async () => {
    const popup = await setting.browser.openExtensionPage(`popup.html?tab=${seeded.tab}`);
    await untilReads(popup, 'The booking form is broken', 'The bank does not answer', 'The price list is old');
    const items = await popup.$$eval('li', (list) =>
      list.map((item) => ({
        text: item.querySelector('a')?.textContent ?? '',
        all: item.textContent ?? '',
        tickets: [...item.querySelectorAll('a')].filter(({ hash }) => hash.startsWith('#/tickets/')).length,
      })),
    );
    expect(items).toHaveLength(SEEDED.signatures);
    const item = (text: string) => items.find((one) => one.text.includes(text));
    expect(item('The stock service is down')?.all).toContain('7 occurrences');
    expect(item('The stock service is down')?.tickets).toBe(1);
    expect(item('The price list is old')?.tickets).toBe(0);
    expect(items.filter(({ tickets }) => tickets === 1)).toHaveLength(SEEDED.tickets);
    await popup.close();
  });

  test('leads from a ticket badge to that ticket', async () => {
    const popup = await setting.browser.openExtensionPage(`popup.html?tab=${seeded.tab}`);
    await untilReads(popup, 'The booking form is broken');
    const links = await popup.$$eval('li', (list) =>
      list.flatMap((item) =>
        item.textContent?.includes('The booking form is broken')
          ? [...item.querySelectorAll('a')].map(({ hash }) => hash).filter((hash) => hash.startsWith('#/tickets/'))
          : [],
      ),
    );
    await popup.close();
    const ticket = seeded.data.cm_support_tickets.find(({ error_signature: signature }) =>
      seeded.data.cm_error_logs.some(
        (row) => row.metadata.signature === signature && row.message.endsWith('The booking form is broken'),
      ),
    );
    expect(links).toEqual([`#/tickets/${ticket?.id}`]);
  });

  test('shows what happens while it is open', async () => {
    const popup = await setting.browser.openExtensionPage(`popup.html?tab=${seeded.tab}`);
    await untilReads(popup, 'The stock service is down');
    await seeded.page.evaluate(() => failOnDemand.logs('The cellar is flooded'));
    await untilReads(popup, '1 new error');
    await press(popup, '1 new error');
    await untilReads(popup, 'The cellar is flooded');
    await popup.close();
  });

  test('of another tab of the site lists these errors as elsewhere on the site', async () => {
    const other = await setting.browser.newPage();
    const address = `${setting.site.origin}/pages/on-demand.html?other`;
    await other.goto(address);
    const page = await setting.ledger.extensionPage();
    const tabs = await page.evaluate(async () => (await chrome.tabs.query({})).map(({ id, url }) => ({ id, url })));
    const tab = tabs.find(({ url }) => url === address)?.id;
    const popup = await setting.browser.openExtensionPage(`popup.html?tab=${tab}`);
    const text = await untilReads(popup, 'The stock service is down');
    expect(text.indexOf('No error in this tab')).toBeGreaterThan(-1);
    expect(text.indexOf('The stock service is down')).toBeGreaterThan(text.indexOf('Elsewhere on this site'));
    await popup.close();
    await other.close();
  });

  test.each([
    ['pauses', 'Pause for an hour', 'Paused until', 'Resume now'],
    ['turns off', 'Turn off', 'Turned off', 'Watch again'],
  ])('%s the site and has it watched again', async (_name, stop, stopped, resume) => {
    const { browser, ledger } = setting;
    const before = new Set((await ledger.read()).cm_error_logs.map(({ id }) => id));
    const popup = await browser.openExtensionPage(`popup.html?tab=${seeded.tab}`);
    await press(popup, stop);
    await untilReads(popup, stopped, resume);
    await until('the icon says that nothing is captured', async () => (await badgeOf(seeded.tab)) === '–');
    // A popup stands over the page in front; in Firefox the timers of a page behind run seconds late.
    await seeded.page.bringToFront();
    await seeded.page.reload();
    await seeded.page.evaluate(() => failOnDemand.logs('Nobody should hear this'));
    await sleep(2_000); // Longer than a page and its relay hold anything back.
    await popup.bringToFront();
    await press(popup, resume);
    await untilReads(popup, 'Watched', stop);
    await seeded.page.reload();
    await seeded.page.evaluate((word) => failOnDemand.logs(`Heard again after: ${word}`), stop);
    const { cm_error_logs: rows } = await ledger.until('the error afterwards', (data) =>
      data.cm_error_logs.some(({ message }) => message === `Heard again after: ${stop}`),
    );
    const since = rows.filter(({ id }) => !before.has(id)).map(({ message }) => message);
    expect(since).toEqual([`Heard again after: ${stop}`]);
    await popup.close();
  });

  test('of a page of the browser says that it cannot be watched', async () => {
    const page = await setting.ledger.extensionPage();
    const own = await page.evaluate(async () => (await chrome.tabs.getCurrent())?.id);
    const popup = await setting.browser.openExtensionPage(`popup.html?tab=${own}`);
    await untilReads(popup, 'Cannot be watched');
    expect(await screenText(popup)).not.toContain('Watch this site');
    await popup.close();
  });
});

describe('the icon', () => {
  test('counts the page’s errors and starts again with the next page', async () => {
    const page = await setting.browser.newPage();
    const address = `${setting.site.otherOrigin}/pages/on-demand.html`;
    await page.goto(address);
    const extension = await setting.ledger.extensionPage();
    const tabs = await extension.evaluate(async () =>
      (await chrome.tabs.query({})).map(({ id, url }) => ({ id, url })),
    );
    const tab = tabs.find(({ url }) => url === address)?.id ?? -1;
    await page.evaluate(() => {
      failOnDemand.throws('one');
      failOnDemand.logs('two');
      failOnDemand.logs('two');
    });
    await until('the badge counts three', async () => (await badgeOf(tab)) === '3');
    await page.goto(`${address}?next`);
    await until('the badge is empty again', async () => (await badgeOf(tab)) === '');
    await page.evaluate(() => failOnDemand.throws('again'));
    await until('the badge counts one', async () => (await badgeOf(tab)) === '1');
    await page.close();
  });
});
