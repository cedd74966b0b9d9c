import { beforeAll, expect, test } from 'vitest';
import { press, untilReads } from '../harness/screens.ts';
import { tabIds } from '../harness/senders.ts';
import { useSetting } from '../harness/setting.ts';

const NAME = 'shop.localhost';
const setting = useSetting({ localNames: [NAME] });

beforeAll(() => setting.browser.allowGrants([`http://${NAME}/*`, `https://${NAME}/*`]));

test('the browser is heard about a site from the moment of its grant on', async () => {
  const { browser, ledger, site } = setting;
  const others = await tabIds(ledger);
  const page = await browser.newPage();
  await page.goto(`${site.originOf(NAME)}/pages/on-demand.html`);
  await page.evaluate(() => {
    new Image().src = '/status/404/before.png';
  });
  const [tab] = (await tabIds(ledger)).filter((id) => !others.includes(id));
  const popup = await browser.clickIcon(page, tab!);
  await untilReads(popup, 'Watch this site');
  await press(popup, 'Watch this site');
  // An image in no document: no script of the page could tell of it.
  await page.evaluate(() => {
    setInterval(() => {
      new Image().src = `/status/404/after.png?${Math.random()}`;
    }, 500);
  });
  const { cm_error_logs: rows } = await ledger.until('an image after the grant', ({ cm_error_logs: found }) =>
    found.some(({ source }) => source.includes('/status/404/after.png')),
  );
  expect(rows.filter(({ source }) => source.includes('before.png'))).toEqual([]);
});
