import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, inject, test } from 'vitest';
import { type ExportedData, totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';
import { wordFor } from '../harness/words.ts';

/** Every pause twice and more; in `npm run test:full` at the size that the project promises. */
const ROUNDS = process.env['VIGIE_FULL'] ? 100 : inject('browserName') === 'chromium' ? 48 : 24;
/**
 * Milliseconds from the first sign of life of the background to its end: the kill falls on another moment of ingesting each time.
 * Every other round it waits until the error is stored, since a relay that never hears an answer asks more and more rarely.
 */
const PAUSES = [0, 'stored', 5, 'stored', 15, 'stored', 40, 'stored', 100, 'stored', 200, 'stored'] as const;
const TIMEOUT = 900_000;

const SAME = 'the same every round';

const setting = useSetting();

test(
  `an error, a kill, ${ROUNDS} times: every error is there, once`,
  async () => {
    const { browser, ledger, site } = setting;
    const page = await browser.newPage();
    await page.goto(`${site.origin}/pages/on-demand.html`);
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.evaluate(
        (word, same) => {
          failOnDemand.throws(`killed at ${word}`);
          failOnDemand.logs(same);
        },
        wordFor(round),
        SAME,
      );
      await until('the background runs', () => browser.backgroundIsRunning());
      const pause = PAUSES[round % PAUSES.length] ?? 0;
      if (pause === 'stored') await ledger.until('the error is stored', (data) => isStored(data, wordFor(round)));
      else await sleep(pause);
      await browser.killBackground();
    }
    const texts = Array.from({ length: ROUNDS }, (_, round) => `killed at ${wordFor(round)}`);
    const countsIn = ({ cm_error_logs: rows }: ExportedData): Record<string, number> => ({
      [SAME]: totalCount(rows.filter(({ message }) => message === SAME)),
      ...Object.fromEntries(
        texts.map((text) => [text, totalCount(rows.filter(({ message }) => message.endsWith(text)))]),
      ),
    });
    const expected = { [SAME]: ROUNDS, ...Object.fromEntries(texts.map((text) => [text, 1])) };
    await ledger
      .until('every error of every round', (data) => isDeepStrictEqual(countsIn(data), expected))
      .catch(() => undefined); // What is missing or too much shows below.
    await sleep(2_000);
    const data = await ledger.read();
    expect(countsIn(data)).toEqual(expected);
    expect(totalCount(data.cm_error_logs)).toBe(2 * ROUNDS);
    expect(data.cm_support_tickets).toHaveLength(ROUNDS + 1);
    expect(totalOfSightings(data.cm_error_sightings)).toBe(2 * ROUNDS);
  },
  TIMEOUT,
);

function isStored({ cm_error_logs: rows }: ExportedData, word: string): boolean {
  return rows.some(({ message }) => message.endsWith(word));
}

function totalOfSightings(sightings: { count: number }[]): number {
  return sightings.reduce((sum, { count }) => sum + count, 0);
}
