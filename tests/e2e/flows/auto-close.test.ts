import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import type { TicketRow } from '../../../src/core/rows.ts';
import type { ExportedData } from '../harness/exported.ts';
import { passTime, ringAlarm } from '../harness/pass-time.ts';
import { useSetting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SLOW = inject('browserName') === 'firefox' ? 2 : 1;
const KILLS = process.env['VIGIE_FULL'] ? 100 : 24 / SLOW;
/** Milliseconds from the alarm to the end of the worker: before it starts, while it sweeps, afterwards. */
const PAUSES = [0, 20, 60, 120, 250, 500];
const ERROR = 'The deposit is never paid back';
const TIMEOUT = 900_000;

const setting = useSetting();

function ticketOf({ cm_support_tickets: tickets }: ExportedData): TicketRow | undefined {
  return tickets.find(({ sujet }) => sujet.includes(ERROR));
}

function closings({ cm_support_ticket_history: history }: ExportedData, id: string): number {
  return history.filter((row) => row.ticket_id === id && row.action === 'closed').length;
}

/** The error happens; the ticket with it, once it is stored. */
async function fails(): Promise<TicketRow> {
  const { browser, ledger, site } = setting;
  const before = (await ledger.read()).cm_error_logs.length;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  await page.evaluate((text) => failOnDemand.throws(text), ERROR);
  const data = await ledger.until('the error is stored', ({ cm_error_logs: rows }) => rows.length > before);
  await page.close();
  return ticketOf(data)!;
}

async function pass(milliseconds: number): Promise<void> {
  await passTime(await setting.ledger.extensionPage(), milliseconds);
}

/** The alarm rings, and the worker is killed at some moment after that. */
async function ringAndKill(round: number): Promise<void> {
  const { browser, ledger } = setting;
  await ringAlarm(await ledger.extensionPage());
  await sleep(PAUSES[round % PAUSES.length]);
  await browser.killBackground();
}

/** The alarm rings and nobody disturbs the sweep. */
async function ringUntil(what: string, predicate: (ticket: TicketRow) => boolean): Promise<ExportedData> {
  const { ledger } = setting;
  await ringAlarm(await ledger.extensionPage());
  return ledger.until(what, (data) => {
    const ticket = ticketOf(data);
    return ticket !== undefined && predicate(ticket);
  });
}

test(
  `a ticket closes once and on time, however often the worker is killed: ${KILLS} times`,
  async () => {
    const { browser, ledger } = setting;
    const { id } = await fails();
    const half = Math.floor(KILLS / 2);

    // A day less some minutes, in many steps, a kill in each.
    for (let round = 0; round < half; round += 1) {
      await pass((DAY - HOUR) / half);
      await ringAndKill(round);
    }
    expect(ticketOf(await ledger.read())?.statut).toBe('ouvert');

    // It comes back in the last hour: a whole day more.
    expect(await fails()).toMatchObject({ id, statut: 'ouvert' });
    await pass(DAY - 10 * 60_000);
    await browser.killBrowser();
    await browser.relaunch();
    ledger.reset();
    await ringAndKill(0);
    expect(ticketOf(await ledger.read())?.statut).toBe('ouvert');

    // The day is over: whichever of the next sweeps is not killed in time closes it, and none of the others again.
    await pass(15 * 60_000);
    for (let round = half; round < KILLS; round += 1) await ringAndKill(round);
    const closed = await ringUntil('the ticket closes', ({ statut }) => statut === 'ferme');
    expect(ticketOf(closed)).toMatchObject({ id, metadata: { episode: 1, monitoring_until: null } });
    expect(ticketOf(closed)?.resolution).toContain('The error has not come back for 24 hours.');
    expect(closings(closed, id)).toBe(1);

    // Later it is back: the same ticket, its next episode, and that one closes too.
    expect(await fails()).toMatchObject({ id, statut: 'ouvert', metadata: { episode: 2 } });
    await pass(DAY - 10 * 60_000);
    await ringAlarm(await ledger.extensionPage());
    await until('the background runs', () => browser.backgroundIsRunning());
    await sleep(1_000);
    expect(ticketOf(await ledger.read())?.statut).toBe('ouvert');
    await pass(15 * 60_000);
    const finished = await ringUntil('the ticket closes again', ({ statut }) => statut === 'ferme');
    expect(closings(finished, id)).toBe(2);
  },
  TIMEOUT,
);

test('a ticket that became due while the browser was closed is closed when it starts', async () => {
  const { browser, ledger } = setting;
  expect(await fails()).toMatchObject({ statut: 'ouvert' });
  await pass(3 * DAY);
  await browser.killBrowser();
  await browser.relaunch();
  ledger.reset();
  const data = await ledger.until('the ticket is closed', (tables) => ticketOf(tables)?.statut === 'ferme');
  expect(ticketOf(data)?.resolution).toContain('The error has not come back for 3 days.');
  const page = await ledger.extensionPage();
  const alarms = await page.evaluate(() => chrome.alarms.getAll());
  expect(alarms).toMatchObject([{ name: 'sweep', periodInMinutes: 5 }]);
});
