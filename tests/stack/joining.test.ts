import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PullAnswer, PushBatch } from '../../src/core/sync/protocol.ts';
import { CALL_LIMITS } from '../../src/core/sync/protocol.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { settleNotification } from '../../src/storage/mail-outbox.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { readCounters } from '../../src/storage/counters.ts';
import { context, occurrence, settings, uuid } from '../core/samples.ts';
import { captured, numbers } from '../storage/support.ts';
import { browserOf, joinAs, type TeamBrowser } from './harness/browser.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

const FULL = process.env['VIGIE_FULL'] === '1';
/** Of a browser that was on its own for months. */
const OCCURRENCES = FULL ? 8_000 : 400;
const SIGNATURES = OCCURRENCES / 8;
/** Of a team that a second browser joins. */
const TICKETS = FULL ? 10_000 : 2_100;
/** Rows that one page of `cm_pull` has at most. */
const PAGE = 1_000;

let stack: LocalStack;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
});

afterAll(() => stack.stop());

/** Notes what travels between a browser and its team. */
function watched(browser: TeamBrowser): { pushed: PushBatch[]; pulled: PullAnswer[] } {
  const { client } = browser;
  const seen: { pushed: PushBatch[]; pulled: PullAnswer[] } = { pushed: [], pulled: [] };
  browser.client = {
    ...client,
    push(batch) {
      seen.pushed.push(batch);
      return client.push(batch);
    },
    async pull(cursor) {
      const page = await client.pull(cursor);
      seen.pulled.push(page);
      return page;
    },
  };
  return seen;
}

function rowsOf({ rows }: PullAnswer): number {
  return Object.values(rows).reduce((sum, list) => sum + list.length, 0);
}

it('a long history is brought in bounded calls, and is the team’s then; whoever joins later has it in bounded pages', async () => {
  const veteran = browserOf(stack, 1);
  const rows = numbers(OCCURRENCES).map((number) => {
    const message = `error ${String.fromCodePoint(97 + (number % 26))}${number % SIGNATURES}x`;
    return captured(occurrence(number, { message, timestamp: new Date().toISOString() }));
  });
  await applyOccurrences(veteran.db, rows, { ...context(), install: veteran.install });
  const known = await veteran.db.cm_support_tickets.count();
  expect(known).toBeGreaterThan(SIGNATURES / 2);
  const bringing = watched(veteran);
  await joinAs(veteran, stack, 'veteran@example.com', 'agent');
  await veteran.exchange();
  for (const { errors, sightings, visits } of bringing.pushed) {
    expect(errors.length + sightings.length + visits.length).toBeLessThanOrEqual(CALL_LIMITS.rows);
  }
  const [stored] = await stack.database.query<{ errors: number; tickets: number; occurrences: number }>(
    `select (select count(*)::int from cm_error_logs) as errors, (select count(*)::int from cm_support_tickets) as tickets,
      (select sum(count)::int from cm_error_sightings) as occurrences`,
  );
  expect(stored).toEqual({ errors: OCCURRENCES, tickets: known, occurrences: OCCURRENCES });
  expect(await veteran.db.outbox.count()).toBe(0);

  await stack.database.query(
    `insert into cm_support_tickets (sujet, description, priorite, statut, categorie, source, metadata)
     select 'Ticket ' || n, '', 'basse', 'ouvert', 'support', 'manual', '{}' from generate_series(1, $1) as n`,
    [TICKETS],
  );
  const novice = browserOf(stack, 2);
  const reading = watched(novice);
  await joinAs(novice, stack, 'novice@example.com', 'reporter');
  await novice.exchange();
  expect(Math.max(...reading.pulled.map(rowsOf))).toBeLessThanOrEqual(PAGE);
  expect(reading.pulled.length).toBeGreaterThan(TICKETS / PAGE);
  expect(await novice.db.cm_support_tickets.count()).toBe(TICKETS + known);
  expect((await readCounters(novice.db)).tickets.ouvert).toBe(TICKETS + known);
  await veteran.exchange();
  expect(await novice.shown()).toEqual(await veteran.shown());
});

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}

it('who was told by the mail service of a browser on its own is not told again by the team’s', async () => {
  const loner = browserOf(stack, 3);
  const metadata = { client_id: uuid(901), client_email: 'zoe@example.com' };
  const row = captured(occurrence(90_000, { message: 'only here', timestamp: hoursAgo(25), metadata }));
  await applyOccurrences(loner.db, [row], { ...context({}, hoursAgo(25)), install: loner.install });
  const { tickets } = settings();
  await sweep(loner.db, { tickets, now: hoursAgo(1), words: () => 'quiet' });
  const mails = () => loner.db.cm_notifications.orderBy('id').toArray();
  for (const { id } of await mails()) await settleNotification(loner.db, id, { status: 'sent' }, hoursAgo(0.5));
  const before = await mails();
  expect(before.map(({ event }) => event).toSorted()).toEqual(['closed', 'created']);
  await joinAs(loner, stack, 'loner@example.com', 'reporter');
  await loner.exchange();
  await loner.client.closeQuietTickets();
  await loner.exchange();
  const own = [before[0]?.ticket_id];
  const there = await stack.database.query('select statut from cm_support_tickets where id = $1', own);
  expect(there).toEqual([{ statut: 'ferme' }]);
  const stored = await stack.database.query(
    'select id, status from cm_notifications where ticket_id = $1 order by id',
    own,
  );
  expect(stored).toEqual(before.map(({ id }) => ({ id, status: 'sent' })));
});
