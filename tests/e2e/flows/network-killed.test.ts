import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { untilTheBrowserTells } from '../harness/browser-witness.ts';
import { totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';
import { wordFor } from '../harness/words.ts';
import { isWritten } from '../harness/written.ts';

const ROUNDS = 12;
/** Once the background has written down what the browser told: before, while and after its page tells. */
const PAUSES = [0, 400, 700, 1_500, 2_100, 3_000];
/** Longer than a failure that only the browser saw waits for its page, and a page for an answer that never comes. */
const SETTLING = 20_000;

const setting = useSetting();

function about(rows: ErrorLogRow[], path: string): ErrorLogRow[] {
  return rows.filter(({ metadata }) => metadata.http?.url.includes(path) === true);
}

test(`both witnesses of a failure, a kill, ${ROUNDS} times: each failure once`, async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  await untilTheBrowserTells(page, ledger);
  const own = await ledger.extensionPage();
  const words = Array.from({ length: ROUNDS }, (_, round) => wordFor(round).replaceAll(' ', '-'));
  for (const [round, word] of words.entries()) {
    await page.evaluate((name) => {
      void fetch(`/status/500/both/${name}`);
      void fetch(`/status/503/opaque/${name}`, { mode: 'no-cors' }).catch(() => undefined);
      new Image().src = `/status/404/alone/${name}.png`;
    }, word);
    // An event that the browser has handed over is lost with the worker until it is written down; nothing can be done about that.
    await until('the browser told of it', () => isWritten(own, `/alone/${word}`));
    await sleep(PAUSES[round % PAUSES.length]);
    await browser.killBackground();
  }
  await page.evaluate(() => failOnDemand.logs('awake'));
  await ledger.until('every failure of every round', ({ cm_error_logs: rows }) =>
    words.every((word) => about(rows, `/both/${word}`).length > 0 && about(rows, `/alone/${word}`).length > 0),
  );
  await sleep(SETTLING);
  const { cm_error_logs: rows } = await ledger.read();
  for (const kind of ['both', 'opaque', 'alone'])
    expect(words.map((word) => `${kind} ${word} ${totalCount(about(rows, `/${kind}/${word}`))}`)).toEqual(
      words.map((word) => `${kind} ${word} 1`),
    );
});
