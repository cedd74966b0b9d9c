import { expect, test } from 'vitest';
import { useSetting } from '../harness/setting.ts';

const setting = useSetting();

test('an error is stored with what somebody did before it, and with no text or value of the page', async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/trail.html`);
  await page.click('button');
  const { cm_error_logs: rows } = await ledger.until('the error at the end', (data) =>
    data.cm_error_logs.some(({ message }) => message.endsWith('at the end of the trail')),
  );
  const crumbs = rows.find(({ message }) => message.endsWith('at the end of the trail'))?.metadata.breadcrumbs ?? [];
  const address = `${site.origin}/pages/trail.html`;
  const told = crumbs.map(({ kind, text }) => `${kind}: ${text.replace(/^(\d{3}) \d+ ms/, '$1 … ms')}`);
  // The browser tells of a request when it has time.
  const request = `request: 200 … ms ${site.origin}/status/200/trail`;
  expect(told).toContain(request);
  expect(told.filter((text) => text !== request)).toEqual([
    `navigation: ${address}`,
    'click: form#order.wide > label.big.red > button[name="pay"][type="button"]',
    `navigation: ${address}?step=[redacted]#[redacted]`,
    'console: password [redacted]',
  ]);
  expect(crumbs.map(({ at }) => at)).toEqual(crumbs.map(({ at }) => at).toSorted());
});
