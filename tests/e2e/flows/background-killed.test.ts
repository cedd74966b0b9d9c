import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { pagePath, totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';
import { wordFor } from '../harness/words.ts';

const ROUNDS = process.env['VIGIE_FULL'] ? 100 : inject('browserName') === 'chromium' ? 100 : 60;
/** The kill falls on another moment of ingesting each time: before the batch comes, while it is written, after. */
const PAUSES = [0, 5, 15, 40, 100, 350];

const setting = useSetting();

test(`an error, a kill, ${ROUNDS} times: every error is there, once`, async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate((word) => {
      failOnDemand.throws(`killed at ${word}`);
      failOnDemand.logs('the same every round');
    }, wordFor(round));
    await until('the background runs', () => browser.backgroundIsRunning());
    await sleep(PAUSES[round % PAUSES.length]);
    await browser.killBackground();
  }
  const expected = Array.from({ length: ROUNDS }, (_, round) => `killed at ${wordFor(round)}`);
  const data = await ledger.until('every error of every round', ({ cm_error_logs: rows }) => {
    const logged = rows.filter(({ message }) => message === 'the same every round');
    return totalCount(logged) >= ROUNDS && expected.every((text) => rows.some(({ message }) => message.endsWith(text)));
  });
  const here = data.cm_error_logs.filter((row) => pagePath(row) === '/pages/on-demand.html');
  const counts = expected.map((text) => totalCount(here.filter(({ message }) => message.endsWith(text))));
  expect(counts).toEqual(expected.map(() => 1));
  expect(totalCount(here.filter(({ message }) => message === 'the same every round'))).toBe(ROUNDS);
  expect(totalCount(here)).toBe(2 * ROUNDS);
  expect(data.cm_support_tickets).toHaveLength(ROUNDS + 1);
  expect(totalOfSightings(data.cm_error_sightings)).toBe(2 * ROUNDS);
});

function totalOfSightings(sightings: { count: number }[]): number {
  return sightings.reduce((sum, { count }) => sum + count, 0);
}
