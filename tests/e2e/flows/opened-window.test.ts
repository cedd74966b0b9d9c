import { expect, test } from 'vitest';
import { useSetting } from '../harness/setting.ts';

const setting = useSetting();

test('errors of an empty window that a page opens belong to the site that opened it', async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/opener.html`);
  await page.evaluate(() => openAndFail('trouble in the opened window'));
  const { cm_error_logs: rows, cm_sites: sites } = await ledger.until('both errors of the opened window', (data) =>
    ['trouble in the opened window', 'trouble in the opened window, thrown'].every((text) =>
      data.cm_error_logs.some(({ message }) => message.endsWith(text)),
    ),
  );
  expect(rows.map(({ error_type }) => error_type).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'console_error',
    'js_error',
  ]);
  expect(sites.map(({ name }) => name)).toEqual([new URL(site.origin).host]);
  expect(new Set(rows.map(({ metadata }) => metadata.project))).toEqual(new Set(sites.map(({ id }) => id)));
});
