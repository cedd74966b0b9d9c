import { request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { sightingId } from '../../src/core/sighting.ts';
import type { SightingRow } from '../../src/core/signature-rows.ts';
import { occurrence, uuid } from '../core/samples.ts';
import { createMember } from '../stack/harness/client.ts';
import { startStack, type LocalStack } from '../stack/harness/stack.ts';
import { blockWrites, type Ending } from './interruption.ts';
import { layRoughWay, type RoughWay, type Trouble, TROUBLE_HEADER, TROUBLES } from './rough-way.ts';

/*
 * Many browsers report the same new errors at once, in any order and some of them twice. Connections are cut before the answer comes, proxies
 * turn calls away or give up on them, statements run out of time at every stage of a push and connections of the database end; PostgREST is
 * started again meanwhile. Everything has to be there exactly once.
 */

const FULL = process.env['VIGIE_FULL'] !== undefined;
const CLIENTS = 50;
const ROUNDS = FULL ? 20 : 3;
const ERRORS = 20;

/** Where a push is ended: after its occurrences, after its totals, and when it is about to be committed. */
const STAGES: { table: string; by: Ending }[] = [
  { table: 'vigie.signatures', by: 'pg_cancel_backend' },
  { table: 'public.cm_error_sightings', by: 'pg_terminate_backend' },
  { table: 'vigie.counter', by: 'pg_cancel_backend' },
];

let stack: LocalStack;
let way: RoughWay;
let token: string;
/** How often a call was answered with which status. */
const statuses = new Map<number, number>();

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
  ({ token } = await createMember(stack, 'qa@example.com', 'reporter'));
  way = await layRoughWay(stack.url);
});

afterAll(async () => {
  await way.stop();
  await stack.stop();
});

/** A small generator of numbers below `limit`, the same at every run. */
function numbersOf(seed: number): (limit: number) => number {
  let state = seed + 1;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function shuffled<Item>(items: readonly Item[], below: (limit: number) => number): Item[] {
  return items
    .map((item) => ({ item, place: below(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function errorsOf(client: number, round: number, now: string): ErrorLogRow[] {
  return Array.from({ length: ERRORS }, (_, error) =>
    occurrence((client * ROUNDS + round) * ERRORS + error, {
      message: `error ${error}`,
      timestamp: now,
      metadata: { client_id: uuid(90_000 + client), client_email: `client-${client}@example.com` },
    }),
  );
}

function tallyOf({ metadata, timestamp }: ErrorLogRow, install: string, count: number): SightingRow {
  const { project, signature, client_id, client_email } = metadata;
  const key = { install, epoch: 1, project, signature, client_id, client_email };
  return { id: sightingId(key), ...key, count, first_seen: timestamp, last_seen: timestamp };
}

function headers(): Record<string, string> {
  return {
    apikey: stack.publishableKey,
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  };
}

/** Sends it and hangs up without waiting for the answer. */
function sendAndHangUp(body: string): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(`${stack.url}/rest/v1/rpc/cm_push`, { method: 'POST', headers: headers() });
    sent.on('error', () => undefined);
    sent.end(body, () => {
      sent.destroy();
      resolve();
    });
  });
}

/** Sends it once. Resolves to whether it is acknowledged. */
async function send(body: string, trouble?: Trouble): Promise<boolean> {
  const answer = await fetch(`${way.url}/rest/v1/rpc/cm_push`, {
    method: 'POST',
    headers: { ...headers(), ...(trouble && { [TROUBLE_HEADER]: trouble }) },
    body,
  }).catch(() => null);
  if (!answer) return false;
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  const text = await answer.text();
  if (answer.status >= 500) return false;
  if (answer.status !== 200) throw new Error(text);
  expect(JSON.parse(text)).toMatchObject({ refused: [] });
  return true;
}

/** Until it is acknowledged: what a browser does, but for the waiting in between. */
async function deliver(body: string): Promise<void> {
  while (!(await send(body)));
}

/** The same, ended once in the middle of its work. */
async function deliverAcross(body: string, { table, by }: (typeof STAGES)[number]): Promise<void> {
  const obstacle = await blockWrites(stack.database, table);
  const delivered = deliver(body);
  await obstacle.end(by);
  await obstacle.release();
  await delivered;
}

async function browser(client: number, now: string): Promise<void> {
  const below = numbersOf(client);
  const install = uuid(70_000 + client);
  let before: ErrorLogRow[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = errorsOf(client, round, now);
    const again = before.filter(() => below(3) === 0);
    const errors = shuffled([...rows, ...again, ...rows.filter(() => below(5) === 0)], below);
    const sightings = shuffled(rows, below).map((row) => tallyOf(row, install, round + 1));
    const body = JSON.stringify({ protocol: 1, install, epoch: 1, sent_at: now, errors, sightings });
    if (below(4) === 0) await sendAndHangUp(body);
    for (const trouble of TROUBLES.filter(() => below(8) === 0)) await send(body, trouble);
    const stage = client === 0 ? STAGES[round] : undefined;
    await (stage ? deliverAcross(body, stage) : deliver(body));
    if (client === 0 && round === 1) await stack.restartRest();
    before = rows;
  }
}

test('every error has one ticket, every count is exact, and every client is linked and told once', async () => {
  const now = new Date().toISOString();
  await Promise.all(Array.from({ length: CLIENTS }, (_, client) => browser(client, now)));
  const [counted] = await stack.database.query(`select
    (select count(*)::int from cm_support_tickets) as tickets,
    (select count(*)::int from cm_signature_aliases) as aliases,
    (select count(*)::int from cm_error_logs) as errors,
    (select array_agg(distinct count) from vigie.signatures) as counts,
    (select array_agg(distinct count) from cm_error_sightings) as tallies,
    (select count(*)::int from cm_error_sightings) as sightings,
    (select jsonb_object_agg(action, n) from (select action, count(*) as n from cm_support_ticket_history group by action) as h) as history,
    (select count(*)::int from (select distinct ticket_id, event, recipient from cm_notifications) as n) as told,
    (select count(*)::int from cm_notifications) as notifications`);
  expect(counted).toEqual({
    tickets: ERRORS,
    aliases: ERRORS,
    errors: CLIENTS * ROUNDS * ERRORS,
    counts: [String(CLIENTS * ROUNDS)],
    tallies: [String(ROUNDS)],
    sightings: CLIENTS * ERRORS,
    history: { created: ERRORS, client_linked: CLIENTS * ERRORS },
    told: CLIENTS * ERRORS,
    notifications: CLIENTS * ERRORS,
  });
  expect(Math.min(...Object.values(way.met))).toBeGreaterThan(0);
  // Without an answer, too late, out of time in the database, and acknowledged.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([503, 504, 500, 200]));
}, 900_000);
