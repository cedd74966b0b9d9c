import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { PullAnswer, PushBatch } from '../../src/core/sync/protocol.ts';
import { CALL_LIMITS } from '../../src/core/sync/protocol.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { readCounters } from '../../src/storage/counters.ts';
import { context, occurrence } from '../core/samples.ts';
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
