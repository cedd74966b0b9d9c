import { expect, test } from 'vitest';
import { type ExportedData, totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';
import { wordFor } from '../harness/words.ts';

const setting = useSetting();
const BURST = 25;

/** Message → how often, for all rows. */
function tally({ cm_error_logs: rows }: ExportedData): Record<string, number> {
  const messages = new Set(rows.map(({ message }) => message));
  return Object.fromEntries(
    [...messages].map((message) => [message, totalCount(rows.filter((row) => row.message === message))]),
  );
}

test('what was acknowledged before the whole browser is killed is there afterwards, once', async () => {
  const { browser, ledger, site } = setting;
  const acknowledged: Record<string, number> = {};
  for (let crash = 0; crash < 3; crash += 1) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/pages/on-demand.html`);
    const words = Array.from({ length: BURST }, (_, index) => `crash ${wordFor(crash * BURST + index)}`);
    await page.evaluate((texts) => texts.forEach((text) => failOnDemand.throws(text)), words);
    const seen = await ledger.until('the first of the burst', ({ cm_error_logs: rows }) =>
      rows.some(({ message }) => message.endsWith(words[0]!)),
    );
    await browser.killBrowser();
    Object.assign(acknowledged, tally(seen));
    await browser.relaunch();
    ledger.reset();
    const after = await ledger.read();
    expect(tally(after)).toMatchObject(acknowledged);
    expect(Object.values(tally(after)).every((count) => count === 1)).toBe(true);
    const ids = after.cm_error_logs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ticketed = after.cm_support_tickets.map((ticket) => ticket.error_signature);
    expect(new Set(ticketed)).toEqual(new Set(after.cm_error_logs.map(({ metadata }) => metadata.signature)));
    expect(new Set(ticketed).size).toBe(ticketed.length);
  }
  expect(Object.keys(acknowledged).length).toBeGreaterThanOrEqual(3);
});

test('a killed browser that comes back goes on capturing', async () => {
  const { browser, ledger, site } = setting;
  await browser.killBrowser();
  await browser.relaunch();
  ledger.reset();
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  await page.evaluate(() => failOnDemand.logs('alive again'));
  await ledger.until('the error after the restart', ({ cm_error_logs: rows }) =>
    rows.some(({ message }) => message === 'alive again'),
  );
});
