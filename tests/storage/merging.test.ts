import { expect, test } from 'vitest';
import type { Command } from '../../src/core/commands/command.ts';
import type { TicketRow } from '../../src/core/rows.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut, type CommandOutcome } from '../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { clientsOf, historyOf } from '../../src/storage/queries.ts';
import { ago, context, HOUR, NOW, occurrence, settings, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';

let ids = 0;

function ask(db: VigieDatabase, ticket: string, command: Command, now = NOW): Promise<CommandOutcome> {
  const id = uuid(9_000 + (ids += 1));
  const at = { id, now, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
  return carryOut(db, { ticket, command, expected: null }, at);
}

async function ticketOf(db: VigieDatabase, outcome: Promise<CommandOutcome>): Promise<TicketRow> {
  const result = await outcome;
  if ('failure' in result) throw new Error(result.failure.code);
  return (await db.cm_support_tickets.get(result.ticket.id))!;
}

function of(error: string, number: number, client: number, age = HOUR) {
  const person = { client_id: uuid(900 + client), client_email: `${client}@example.com` };
  return captured(occurrence(number, { message: error, timestamp: ago(age), metadata: person }));
}

/** A database with a ticket for each of these errors, seen by the client of its number two hours ago. */
async function withTickets(...errors: string[]): Promise<{ db: VigieDatabase; tickets: string[] }> {
  const db = freshDatabase();
  const items = errors.map((error, index) => of(error, index + 1, index + 1, 2 * HOUR));
  await applyOccurrences(db, items, context({}, ago(HOUR)));
  const rows = await db.cm_support_tickets.toArray();
  const tickets = items.map(({ row }) => rows.find(({ error_id }) => error_id === row.id)!.id);
  return { db, tickets };
}

async function signatures(db: VigieDatabase): Promise<Record<string, string>> {
  const rows = await db.cm_signature_aliases.toArray();
  return Object.fromEntries(rows.map(({ signature, ticket_id }) => [signature.split('|')[1]!, ticket_id]));
}

test('what a merged ticket had follows it: sightings, clients, history and later occurrences', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  const [a = '', b = ''] = tickets;
  const merged = await ticketOf(db, ask(db, a, { op: 'merge', into: b }));
  expect(merged).toMatchObject({ statut: 'ferme', metadata: { merged_into: b, monitoring_until: null } });
  await applyOccurrences(db, [of('a', 10, 3)], context());
  expect(await signatures(db)).toEqual({ a: b, b });
  expect(await db.cm_support_tickets.get(b)).toMatchObject({ statut: 'ouvert', metadata: { last_seen: ago(HOUR) } });
  const clients = await clientsOf(db, b);
  expect(clients.map(({ client_email }) => client_email ?? '').toSorted()).toEqual([
    '1@example.com',
    '2@example.com',
    '3@example.com',
  ]);
  expect((await historyOf(db, b)).map(({ ticket_id, action }) => [ticket_id === b, action])).toEqual(
    expect.arrayContaining([
      [false, 'created'],
      [true, 'created'],
      [true, 'merged'],
    ]),
  );
  expect((await historyOf(db, a)).every(({ ticket_id }) => ticket_id === a)).toBe(true);
});

test('a client that one of two merged tickets has told is not told by the other', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  await ask(db, tickets[0]!, { op: 'merge', into: tickets[1]! });
  await applyOccurrences(db, [of('b', 10, 1)], context());
  const told = await db.cm_notifications.where('status').equals('due').toArray();
  expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(['1@example.com', '2@example.com']);
});

function bare(rows: unknown[] | undefined) {
  return rows?.map((row) => ({ ...Object(row), updated_at: '' }));
}

test('a merge that is taken back leaves no trace but in the history', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  const before = await everything(db);
  await ask(db, tickets[0]!, { op: 'merge', into: tickets[1]! });
  await ask(db, tickets[0]!, { op: 'unmerge' });
  const after = await everything(db);
  for (const table of ['groups', 'cm_error_sightings', 'cm_error_logs', 'meta', 'cm_notifications']) {
    expect(after[table]).toEqual(before[table]);
  }
  expect(bare(after['cm_signature_aliases'])).toEqual(bare(before['cm_signature_aliases']));
  expect(after['cm_support_tickets']).toMatchObject([{ statut: 'ouvert' }, { statut: 'ouvert' }]);
  for (const row of await db.cm_support_tickets.toArray()) {
    expect(row.metadata).not.toHaveProperty('merged_into');
    expect(row.metadata).toMatchObject({ first_seen: ago(2 * HOUR), last_seen: ago(2 * HOUR), episode: 1 });
  }
});

test('what came during a merge goes back with its own error', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  const [a = '', b = ''] = tickets;
  await ask(db, a, { op: 'merge', into: b });
  await applyOccurrences(db, [of('a', 10, 3)], context());
  await ask(db, a, { op: 'unmerge' });
  expect(await db.cm_support_tickets.get(a)).toMatchObject({ metadata: { last_seen: ago(HOUR) } });
  expect(await db.cm_support_tickets.get(b)).toMatchObject({ metadata: { last_seen: ago(2 * HOUR) } });
});

test('merges of merges lead to the last one, and each can be taken back alone', async () => {
  const { db, tickets } = await withTickets('a', 'b', 'c');
  const [a = '', b = '', c = ''] = tickets;
  await ask(db, a, { op: 'merge', into: b });
  await ask(db, b, { op: 'merge', into: c });
  expect(await signatures(db)).toEqual({ a: c, b: c, c });
  await ask(db, b, { op: 'unmerge' });
  expect(await signatures(db)).toEqual({ a: b, b, c });
  await ask(db, a, { op: 'unmerge' });
  expect(await signatures(db)).toEqual({ a, b, c });
});

test('a part can be taken back while the ticket that took it is part of another', async () => {
  const { db, tickets } = await withTickets('a', 'b', 'c');
  const [a = '', b = '', c = ''] = tickets;
  await ask(db, a, { op: 'merge', into: b });
  await ask(db, b, { op: 'merge', into: c });
  await ask(db, a, { op: 'unmerge' });
  expect(await signatures(db)).toEqual({ a, b: c, c });
});

test('a merge into a merged ticket goes to the one that it leads to', async () => {
  const { db, tickets } = await withTickets('a', 'b', 'c');
  const [a = '', b = '', c = ''] = tickets;
  await ask(db, b, { op: 'merge', into: c });
  expect(await ticketOf(db, ask(db, a, { op: 'merge', into: b }))).toMatchObject({ metadata: { merged_into: c } });
});

test('no ticket is merged into itself, into a part of itself, or twice', async () => {
  const { db, tickets } = await withTickets('a', 'b', 'c');
  const [a = '', b = '', c = ''] = tickets;
  expect(await ask(db, a, { op: 'merge', into: a })).toMatchObject({ failure: { code: 'merge-refused' } });
  await ask(db, a, { op: 'merge', into: b });
  expect(await ask(db, b, { op: 'merge', into: a })).toMatchObject({ failure: { code: 'merge-refused' } });
  expect(await ask(db, a, { op: 'merge', into: c })).toMatchObject({ failure: { code: 'merge-refused' } });
  expect(await ask(db, a, { op: 'comment', text: 'x' })).toMatchObject({ failure: { code: 'merge-refused' } });
});

test('an error that is still there opens the settled ticket that it is merged into', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  const [a = '', b = ''] = tickets;
  await ask(db, b, { op: 'close', resolution: 'done' }, ago(HOUR + 1));
  await applyOccurrences(db, [of('a', 10, 1, 1_000)], context());
  await ask(db, a, { op: 'merge', into: b });
  expect(await db.cm_support_tickets.get(b)).toMatchObject({ statut: 'ouvert', metadata: { episode: 2 } });
});

test('an error that was silent since leaves the settled ticket settled', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  await ask(db, tickets[1]!, { op: 'close', resolution: 'done' }, ago(HOUR + 1));
  await ask(db, tickets[0]!, { op: 'merge', into: tickets[1]! });
  expect(await db.cm_support_tickets.get(tickets[1]!)).toMatchObject({ statut: 'ferme', metadata: { episode: 1 } });
});

test('a signature that is taken out of a merged ticket takes its own ticket back', async () => {
  const { db, tickets } = await withTickets('a', 'b');
  const [a = '', b = ''] = tickets;
  await ask(db, a, { op: 'merge', into: b });
  await ask(db, b, { op: 'split', signature: occurrence(1, { message: 'a' }).metadata.signature });
  expect(await signatures(db)).toEqual({ a, b });
  expect(await db.cm_support_tickets.get(a)).toMatchObject({ statut: 'ouvert' });
});

test('a signature that never had a ticket of its own gets one, watched from now on', async () => {
  const { db, tickets } = await withTickets('a');
  const [a = ''] = tickets;
  const { project, signature } = occurrence(1, { message: 'moved' }).metadata;
  await applyOccurrences(db, [of('moved', 5, 2, 2 * HOUR)], context({ threshold: 2 }, ago(HOUR)));
  await db.cm_signature_aliases.add({
    id: uuid(1),
    project,
    signature,
    ticket_id: a,
    previous_ticket_id: null,
    reason: 'redeploy',
    created_at: ago(HOUR),
    updated_at: ago(HOUR),
  });
  await db.groups.update([project, signature], { ticket_id: a });
  await ask(db, a, { op: 'split', signature });
  const ends = await signatures(db);
  expect(ends['moved']).not.toBe(a);
  expect(await db.cm_support_tickets.get(ends['moved']!)).toMatchObject({
    statut: 'ouvert',
    source: 'auto_detection',
    error_id: uuid(5),
    metadata: { last_seen: ago(2 * HOUR), watched_from: NOW, monitoring_until: ago(-24 * HOUR) },
  });
  expect((await historyOf(db, ends['moved']!)).map(({ action }) => action)).toEqual(['created', 'split']);
});

test('the signature that a ticket was made for stays with it', async () => {
  const { db, tickets } = await withTickets('a');
  const { signature } = occurrence(1, { message: 'a' }).metadata;
  expect(await ask(db, tickets[0]!, { op: 'split', signature })).toMatchObject({ failure: { code: 'merge-refused' } });
  expect(await ask(db, tickets[0]!, { op: 'split', signature: 'x' })).toMatchObject({
    failure: { code: 'merge-refused' },
  });
});
