import { describe, expect, test, vi } from 'vitest';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { ago, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import { ALICE, batchOf, INSTALL, tallies } from './batches.ts';
import { Server } from './server.ts';
import { useTeam } from './use-team.ts';

const team = useTeam();

async function ids(table: string): Promise<string[]> {
  const rows = await team.db.query<{ id: string }>(`select id from public.${table} order by id`);
  return rows.map(({ id }) => id);
}

describe('a push', () => {
  test('that is sent again is answered alike and changes nothing', async () => {
    const batch = batchOf(occurrence(1, { metadata: ALICE }), occurrence(2));
    const first = await team.server.push(batch, NOW);
    const rows = await team.db.query('select * from vigie.signatures');
    expect(await team.server.push(batch, NOW)).toEqual(first);
    expect(await team.db.query('select * from vigie.signatures')).toEqual(rows);
    expect(await ids('cm_notifications')).toHaveLength(1);
  });

  test('that comes by the name that the batch once had is taken as well', async () => {
    const answer = await team.server.push(batchOf(occurrence(1)), NOW);
    expect(
      await team.server.push({ batch: { protocol: 1, epoch: 1, sent_at: NOW, ...batchOf(occurrence(1)) } }, NOW),
    ).toEqual(answer);
  });

  test('loses none of its rows to a poisonous one, which is refused with its reason', async () => {
    const good = [occurrence(1), occurrence(4)];
    const { signature: _missing, ...metadata } = occurrence(3).metadata;
    const errors = [
      good[0],
      { ...occurrence(2), timestamp: '2026-02-30T00:00:00.000Z' },
      { ...occurrence(3), metadata },
      good[1],
      7,
    ];
    const foreign = tallies(good, uuid(701));
    const { refused } = await team.server.push(
      { install: INSTALL, errors, sightings: [...tallies(good), ...foreign] },
      NOW,
    );
    expect(refused.map(({ id, code, detail }) => [id, code, detail])).toEqual([
      [uuid(2), 'invalid-row', 'timestamp'],
      [uuid(3), 'invalid-row', 'metadata.signature'],
      [null, 'invalid-row', 'id'],
      [foreign[0]?.id, 'foreign-sighting', 'install'],
    ]);
    expect(await ids('cm_error_logs')).toEqual([uuid(1), uuid(4)].toSorted());
    expect(await team.db.query('select count from cm_error_sightings')).toEqual([{ count: '2' }]);
  });

  test('of a browser whose clock is two hours ahead tells the time as the server has it', async () => {
    const ahead = ago(-2 * HOUR);
    const batch = { ...batchOf(occurrence(1, { timestamp: ahead })), sent_at: ahead };
    expect(await team.server.push(batch, NOW)).toMatchObject({ skew_ms: -2 * HOUR });
    const [row] = await team.db.query(
      `select vigie.iso("timestamp") as seen, metadata ->> 'told_timestamp' as told from cm_error_logs`,
    );
    expect(row).toEqual({ seen: NOW, told: ahead });
    expect(await team.db.query('select vigie.iso(last_seen) as seen from cm_error_sightings')).toEqual([{ seen: NOW }]);
  });

  test.each([
    [{ install: 'mine' }, 'malformed-batch: install or epoch'],
    [{ install: INSTALL, errors: {} }, 'malformed-batch: errors'],
    [{ install: INSTALL, protocol: 2 }, 'malformed-batch: protocol'],
    [{ install: INSTALL, visits: Array.from({ length: 1001 }, () => 1) }, 'malformed-batch: too large'],
  ])('that is no batch is refused as a whole: %#', async (batch, message) => {
    await expect(team.server.push(batch, NOW)).rejects.toMatchObject({ code: '22023', message });
  });

  test('keeps a tally without an occurrence, and counts its client', async () => {
    await team.server.push(batchOf(occurrence(1)), NOW);
    const bob = occurrence(2, { metadata: { client_id: uuid(902), client_email: 'bob@example.com' } });
    await team.server.push({ install: INSTALL, sightings: tallies([bob]) }, NOW);
    expect(await team.db.query('select count from vigie.signatures')).toEqual([{ count: '2' }]);
    expect(await team.db.query('select recipient from cm_notifications')).toEqual([{ recipient: 'bob@example.com' }]);
  });

  test('that is sent again before the first was answered counts once', async () => {
    const [first, second] = await Promise.all([connected(), connected()]);
    const errors = [occurrence(1, { metadata: ALICE }), occurrence(2, { message: 'second' })];
    await first.db.query('begin');
    await first.push(batchOf(...errors), NOW);
    const waiting = second.push(batchOf(...errors.toReversed()), NOW);
    // It waits for the first, whichever row of it is the first to be met.
    await vi.waitFor(async () => {
      expect(await team.db.query('select 1 from pg_locks where not granted')).not.toEqual([]);
    });
    await first.db.query('commit');
    await waiting;
    expect(await team.db.query('select count from vigie.signatures')).toEqual([{ count: '1' }, { count: '1' }]);
    expect(await team.db.query('select count from cm_error_sightings')).toEqual([{ count: '1' }, { count: '1' }]);
    expect(await ids('cm_notifications')).toHaveLength(1);
  });

  test('of tallies alone that is sent again before the first was answered counts once', async () => {
    const [first, second] = await Promise.all([connected(), connected()]);
    const sightings = tallies([occurrence(1, { metadata: ALICE })]);
    await first.db.query('begin');
    await first.push({ install: INSTALL, sightings }, NOW);
    const waiting = second.push({ install: INSTALL, sightings }, NOW);
    await vi.waitFor(async () => {
      expect(await team.db.query('select 1 from pg_locks where not granted')).not.toEqual([]);
    });
    await first.db.query('commit');
    expect((await waiting).refused).toEqual([]);
    expect(await team.db.query('select count from vigie.signatures')).toEqual([{ count: '1' }]);
    expect(await team.db.query('select count from cm_error_sightings')).toEqual([{ count: '1' }]);
  });

  test('leads an error in other words on the same line, or moved as its browser says, to the ticket that it has', async () => {
    await team.server.push(batchOf(pay(1, 'total', 12, 5)), NOW);
    await team.server.push(batchOf(pay(2, 'somme', 12, 4)), NOW);
    const moved = pay(3, 'total', 40, 3);
    await team.server.push({ ...batchOf(moved), moved: [moved.metadata] }, NOW);
    // Seen before the old line was seen last: both are in one build.
    const early = pay(4, 'total', 90, 4);
    await team.server.push({ ...batchOf(early), moved: [early.metadata] }, NOW);
    await team.server.push(batchOf(pay(5, 'total', 95, 1)), NOW);
    expect(await reasons()).toEqual({
      'cart.js|total|12': 'creation',
      'cart.js|somme|12': 'algorithm',
      'cart.js|total|40': 'redeploy',
      'cart.js|total|90': 'creation',
      'cart.js|total|95': 'creation',
    });
    const noted = await team.db.query(
      `select action, description from cm_support_ticket_history where action in ('translated', 'redeployed') order by action`,
    );
    expect(noted).toEqual([
      { action: 'redeployed', description: 'cart.js|somme|12 → cart.js|total|40' },
      { action: 'translated', description: 'cart.js|total|12 → cart.js|somme|12' },
    ]);
  });

  test('leads what a later version of the algorithm calls an error to the ticket that its browser knows', async () => {
    await team.server.push(batchOf(pay(1, 'total', 12, 5)), NOW);
    await team.server.push(batchOf(pay(2, 'autre', 60, 5, 'cart.js|autre|pay')), NOW);
    const before = await tickets();
    const [old = '', other = ''] = [before['cart.js|total|12'], before['cart.js|autre|60']];
    const again = pay(3, 'TOTAL', 12, 3, 'cart.js|TOTAL|pay');
    const { project, signature } = again.metadata;
    const said = { project, signature, ticket_id: old };
    // What is said of what has a ticket, of another project, or of no ticket, changes nothing.
    const known = { ...said, signature: 'cart.js|autre|60' };
    await team.server.push({ ...batchOf(again), moved: [known, { ...said, project: uuid(99) }, said] }, NOW);
    const nowhere = pay(4, 'rien', 70, 3, 'cart.js|rien|pay');
    const unknown = { project, signature: nowhere.metadata.signature };
    const moved = [
      { ...unknown, ticket_id: 'x' },
      { ...unknown, ticket_id: uuid(98) },
    ];
    await team.server.push({ ...batchOf(nowhere), moved }, NOW);
    const after = await tickets();
    expect(after).toEqual({ ...before, 'cart.js|TOTAL|12': old, 'cart.js|rien|70': after['cart.js|rien|70'] });
    expect([old, other]).not.toContain(after['cart.js|rien|70']);
    expect(await reasons()).toMatchObject({ 'cart.js|TOTAL|12': 'algorithm', 'cart.js|rien|70': 'creation' });
    const [{ last_seen } = {}] = await team.db.query<{ last_seen: string }>(
      `select metadata ->> 'last_seen' as last_seen from cm_support_tickets where id = '${old}'`,
    );
    expect(last_seen).toBe(again.timestamp);
  });

  test('finds the ticket of a later version behind a merge', async () => {
    await team.server.push(batchOf(pay(1, 'total', 12, 5)), NOW);
    await team.server.push(batchOf(pay(2, 'autre', 60, 5, 'cart.js|autre|pay')), NOW);
    const before = await tickets();
    const [merged = '', into = ''] = [before['cart.js|total|12'], before['cart.js|autre|60']];
    await team.db.query(
      `update cm_support_tickets set metadata = metadata || jsonb_build_object('merged_into', '${into}') where id = '${merged}'`,
    );
    const again = pay(3, 'TOTAL', 12, 3, 'cart.js|TOTAL|pay');
    const { project, signature } = again.metadata;
    await team.server.push({ ...batchOf(again), moved: [{ project, signature, ticket_id: merged }] }, NOW);
    expect(await tickets()).toMatchObject({ 'cart.js|TOTAL|12': into });
  });
});

/** The rules over a connection of their own. */
async function connected(): Promise<Server> {
  const client = await team.db.connect();
  return new Server({ ...team.db, query: async (sql, values) => (await client.query(sql, values)).rows });
}

/** An error of one function, in some words and on some line. */
function pay(
  number: number,
  message: string,
  line: number,
  hours: number,
  lineless = 'cart.js|total|pay',
): ErrorLogRow {
  const signature_parts = { source: 'cart.js', message, line, because: 'in-app frame' as const };
  const metadata = { lineless, signature: `cart.js|${message}|${line}`, signature_parts };
  return occurrence(number, { message, timestamp: ago(hours * HOUR), metadata });
}

async function reasons(): Promise<Record<string, string>> {
  const rows = await team.db.query<{ signature: string; reason: string }>(
    'select signature, reason from cm_signature_aliases',
  );
  return Object.fromEntries(rows.map(({ signature, reason }) => [signature, reason]));
}

/** The ticket of each signature. */
async function tickets(): Promise<Record<string, string>> {
  const rows = await team.db.query<{ signature: string; ticket_id: string }>(
    'select signature, ticket_id from cm_signature_aliases',
  );
  return Object.fromEntries(rows.map(({ signature, ticket_id }) => [signature, ticket_id]));
}
