import { request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { sightingId } from '../../src/core/sighting.ts';
import type { SightingRow } from '../../src/core/signature-rows.ts';
import { occurrence, uuid } from '../core/samples.ts';
import { callerOf, createMember, type Caller } from '../stack/harness/client.ts';
import { startStack, type LocalStack } from '../stack/harness/stack.ts';

/*
 * Many browsers report the same new errors at once, in any order and some of them twice; connections are cut before the answer comes, and
 * PostgREST is started again meanwhile. Everything has to be there exactly once.
 */

const FULL = process.env['VIGIE_FULL'] !== undefined;
const CLIENTS = 50;
const ROUNDS = FULL ? 20 : 3;
const ERRORS = 20;

let stack: LocalStack;
let caller: Caller;
let token: string;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
  ({ token } = await createMember(stack, 'qa@example.com', 'reporter'));
  caller = callerOf(stack, token);
});

afterAll(() => stack.stop());

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

/** Sends it and hangs up without waiting for the answer. */
function sendAndHangUp(body: string): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(`${stack.url}/rest/v1/rpc/cm_push`, {
      method: 'POST',
      headers: { apikey: stack.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    sent.on('error', () => undefined);
    sent.end(body, () => {
      sent.destroy();
      resolve();
    });
  });
}

/** Until it is acknowledged: what a browser does, but for the waiting in between. */
async function deliver(batch: object): Promise<void> {
  for (;;) {
    const answer = await caller('POST', '/rest/v1/rpc/cm_push', { batch }).catch(() => null);
    if (answer?.status === 200) {
      expect(answer.body).toMatchObject({ refused: [] });
      return;
    }
    if (answer && answer.status < 500) throw new Error(JSON.stringify(answer.body));
  }
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
    const batch = { protocol: 1, install, epoch: 1, sent_at: now, errors, sightings };
    if (below(4) === 0) await sendAndHangUp(JSON.stringify({ batch }));
    await deliver(batch);
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
}, 900_000);
