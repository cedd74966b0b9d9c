import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { SetAsideTallies } from '../../../src/storage/set-aside.ts';
import { everythingStored } from '../harness/everything.ts';
import { type ExportedData, totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';
import { trusted } from '../harness/trusted.ts';
import { until } from '../harness/until.ts';

const STORM_MS = 10_000;
/** From a sign of life of the background to its end: the kill falls on another moment of taking a batch each time. */
const PAUSES = [0, 3, 10, 25, 60, 120, 250, 400];
/** Longer than a relay waits for an answer that never comes, after which it sends again what may be stored. */
const SETTLING = 17_000;

const setting = useSetting();

/** Occurrences by the beginning of their message, suppressed ones included. */
function countsIn({ cm_error_logs: rows }: Pick<ExportedData, 'cm_error_logs'>) {
  const of = (text: string): number => totalCount(rows.filter(({ message }) => message.includes(text)));
  return {
    identical: of('the stock service is down'),
    distinct: of('no room called '),
    thrown: of('the booking form is broken'),
    rejected: of('the bank does not answer'),
  };
}

test('a background killed again and again during a storm loses no occurrence and counts none twice', async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/storm.html`);
  const own = await ledger.extensionPage();
  const raging = page.evaluate((milliseconds) => storm(milliseconds), STORM_MS);
  let kills = 0;
  const end = Date.now() + STORM_MS;
  while (Date.now() < end) {
    await until('the background runs', () => browser.backgroundIsRunning());
    await sleep(PAUSES[kills % PAUSES.length]);
    kills += Number(await browser.killBackground());
  }
  const made = await raging;
  // How many there is time for is the machine's affair.
  expect(kills).toBeGreaterThan(1);
  const accountedFor = async (): Promise<number> => sumOf(countsIn(await ledger.read())) + (await lostOf(own));
  await until('all that the page made', async () => (await accountedFor()) >= sumOf(made)).catch(() => undefined); // What is missing shows below.
  await sleep(SETTLING);
  const data = await ledger.read();
  const kept = countsIn(data);
  // What the page had no room for is said to be lost, and how much of it.
  expect(sumOf(kept) + (await lostOf(own))).toBe(sumOf(made));
  expect(kept.identical).toBeLessThanOrEqual(made.identical);
  expect(kept.distinct).toBeLessThanOrEqual(made.distinct);
  expect(kept.thrown).toBeLessThanOrEqual(made.thrown);
  expect(kept.rejected).toBeLessThanOrEqual(made.rejected);
  expect(totalCount(data.cm_error_logs)).toBe(sumOf(kept));
  expect(data.cm_error_sightings.reduce((sum, { count }) => sum + count, 0)).toBe(sumOf(kept));
  expect(new Set(data.cm_error_logs.map(({ id }) => id)).size).toBe(data.cm_error_logs.length);
  const ticketed = data.cm_support_tickets.map(({ error_signature: signature }) => signature);
  expect(new Set(ticketed).size).toBe(ticketed.length);
});

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Occurrences that relays had to give up, as the diagnostic shows them. */
async function lostOf(own: Page): Promise<number> {
  const places = await everythingStored(own);
  const entry = places
    .find(({ place }) => place === 'vigie/meta')
    ?.entries.find((text) => text.startsWith('["set_aside"'));
  const [, row] = trusted<[string, { value: SetAsideTallies }?]>(JSON.parse(entry ?? '["set_aside"]'));
  return row?.value.dropped ?? 0;
}
