import { expect, test } from 'vitest';
import type { Client } from '../../src/core/client.ts';
import { deterministicId } from '../../src/core/ids.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import {
  clientsOf,
  counters,
  groupOf,
  historyOf,
  occurrence as stored,
  recentGroups,
  sites,
  tickets,
} from '../../src/storage/queries.ts';
import { ago, context, HOUR, NOW, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase, identical, numbers } from './support.ts';

const alice = { client_id: uuid(901), client_email: 'alice@example.com' };
const bob = { client_id: uuid(902), client_email: 'bob@example.com' };
const SIGNATURE = occurrence(1).metadata.signature;

function by(number: number, client: Partial<Client>, timestamp = ago(HOUR)) {
  return captured(occurrence(number, { timestamp, metadata: client }));
}

test('ten identical errors are one ticket and a count of ten', async () => {
  const db = freshDatabase();
  const applied = await applyOccurrences(db, identical(10), context());
  expect(applied).toMatchObject({ stored: numbers(10).map(uuid), duplicates: [], refused: [], reopened: [] });
  expect(applied.created).toHaveLength(1);
  const [group, ...others] = await recentGroups(db, { limit: 10 });
  expect(others).toEqual([]);
  expect(group).toMatchObject({ count: 10, ticket: { statut: 'ouvert', priorite: 'haute', source: 'auto_detection' } });
  expect(await counters(db)).toMatchObject({ occurrences: 10, open_tickets: 1, tickets: { ouvert: 1 } });
  expect(await historyOf(db, group!.ticket!.id)).toHaveLength(1);
  expect(await db.cm_error_logs.count()).toBe(10);
});

test('two different errors are two tickets', async () => {
  const db = freshDatabase();
  const other = occurrence(2, { message: 'another' });
  const { created } = await applyOccurrences(db, [captured(occurrence(1)), captured(other)], context());
  expect(new Set(created.map(({ id }) => id)).size).toBe(2);
  expect(await tickets(db, { limit: 10 })).toHaveLength(2);
});

test('the same error on two sites is two tickets of two projects', async () => {
  const db = freshDatabase();
  const there = occurrence(2, { metadata: { project: uuid(500), url: 'https://blog.example/' } });
  await applyOccurrences(db, [captured(occurrence(1)), captured(there)], context());
  expect((await sites(db)).map(({ name, id }) => [name, id])).toEqual([
    ['blog.example', uuid(500)],
    ['shop.example', PROJECT],
  ]);
  const here = await tickets(db, { limit: 10, project: PROJECT });
  expect(here).toHaveLength(1);
  expect(await tickets(db, { limit: 10, project: uuid(500) })).toHaveLength(1);
});

test('a delivery that comes again changes nothing and is acknowledged', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, identical(5), context());
  const before = await everything(db);
  const again = await applyOccurrences(db, identical(5), { ...context(), now: ago(-HOUR) });
  expect(again).toEqual({
    stored: [],
    duplicates: numbers(5).map(uuid),
    refused: [],
    tabs: [],
    created: [],
    reopened: [],
    waits: false,
  });
  expect(await everything(db)).toEqual(before);
});

test('a delivery that overlaps an earlier one adds only what is new', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, identical(5), context());
  const applied = await applyOccurrences(db, identical(5, 3), context());
  expect(applied).toMatchObject({ stored: [uuid(6), uuid(7)], duplicates: [uuid(3), uuid(4), uuid(5)] });
  expect(await groupOf(db, PROJECT, SIGNATURE)).toMatchObject({ count: 7 });
});

test('an id named twice in one delivery counts once', async () => {
  const db = freshDatabase();
  const applied = await applyOccurrences(db, [...identical(1), ...identical(2)], context());
  expect(applied).toMatchObject({ stored: [uuid(1), uuid(2)], duplicates: [uuid(1)] });
  expect(await groupOf(db, PROJECT, SIGNATURE)).toMatchObject({ count: 2 });
});

test('what is no row is refused and spoils nothing', async () => {
  const db = freshDatabase();
  const broken = captured({ ...occurrence(2), timestamp: 'yesterday' });
  const odd = captured({ ...occurrence(3), metadata: { ...occurrence(3).metadata, project: 'shop' } });
  const applied = await applyOccurrences(
    db,
    [captured(occurrence(1)), broken, odd, captured(occurrence(4))],
    context(),
  );
  expect(applied.stored).toEqual([uuid(1), uuid(4)]);
  expect(applied.refused.map(({ id, reason }) => [id, reason.split(':')[0]])).toEqual([
    [uuid(2), 'timestamp'],
    [uuid(3), 'metadata.project'],
  ]);
  expect(await db.cm_error_logs.count()).toBe(2);
});

test('an empty delivery and one of nothing but refusals are fine', async () => {
  const db = freshDatabase();
  expect(await applyOccurrences(db, [], context())).toMatchObject({ stored: [] });
  const nonsense = captured({ ...occurrence(1), id: 'x' });
  expect(await applyOccurrences(db, [nonsense], context())).toMatchObject({ stored: [], refused: [{ id: 'x' }] });
});

test('every client of an error is linked to its one ticket, once', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [by(1, alice), by(2, bob)], context());
  await applyOccurrences(db, [by(3, bob), by(4, {}), by(5, alice)], context());
  const [ticket] = await tickets(db, { limit: 2 });
  expect(
    (await historyOf(db, ticket!.id)).map(({ action, description }) => `${action} ${description}`).toSorted(),
  ).toEqual(['client_linked alice@example.com', 'client_linked bob@example.com', `created ${SIGNATURE}`]);
  expect(await groupOf(db, PROJECT, SIGNATURE)).toMatchObject({ clients: 2, count: 5 });
  const clients = await clientsOf(db, ticket!.id);
  expect(clients.map(({ client_email, count }) => `${client_email} ${count}`).toSorted()).toEqual([
    'alice@example.com 2',
    'bob@example.com 2',
    'null 1',
  ]);
});

test('the threshold counts over batches and clients, and all of them are on the ticket', async () => {
  const db = freshDatabase();
  const three = context({ threshold: 3 });
  expect((await applyOccurrences(db, [by(1, alice, ago(1))], three)).created).toEqual([]);
  expect((await applyOccurrences(db, [by(2, bob, ago(2))], three)).created).toEqual([]);
  expect(await tickets(db, { limit: 1 })).toEqual([]);
  const { created } = await applyOccurrences(db, [by(3, {}, ago(3))], three);
  expect(created).toMatchObject([{ error_id: uuid(3), metadata: { first_seen: ago(3), last_seen: ago(1) } }]);
  expect((await historyOf(db, created[0]!.id)).map(({ action }) => action)).toEqual([
    'created',
    'client_linked',
    'client_linked',
  ]);
});

test('a warning before the error is evidence, but makes no ticket', async () => {
  const db = freshDatabase();
  const warning = occurrence(1, { error_type: 'console_warn', timestamp: ago(HOUR) });
  await applyOccurrences(db, [captured(warning)], context());
  expect(await tickets(db, { limit: 1 })).toEqual([]);
  const { created } = await applyOccurrences(db, [captured(occurrence(2, { timestamp: ago(1) }))], context());
  expect(created).toMatchObject([{ error_id: uuid(1) }]);
});

test('a ticket that was resolved opens again when its error is back', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1, { timestamp: ago(3 * HOUR) }))], context());
  const [ticket] = await tickets(db, { limit: 1 });
  await db.cm_support_tickets.put({
    ...ticket!,
    statut: 'resolu',
    metadata: { ...ticket!.metadata, resolved_at: ago(2 * HOUR) },
  });
  await db.meta.put({ key: 'counters', value: { occurrences: 1, tickets: { resolu: 1 }, open_tickets: 0 } });
  const applied = await applyOccurrences(db, [captured(occurrence(2, { timestamp: ago(HOUR) }))], context());
  expect(applied).toMatchObject({ created: [], reopened: [{ id: ticket!.id, statut: 'ouvert' }] });
  expect(await counters(db)).toEqual({
    occurrences: 2,
    tickets: { ouvert: 1, en_cours: 0, en_attente_client: 0, resolu: 0, ferme: 0 },
    open_tickets: 1,
  });
});

test('two signatures that one ticket has taken prolong it together', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1))], context());
  const [ticket] = await tickets(db, { limit: 1 });
  const other = occurrence(2, { message: 'another', timestamp: ago(5) });
  const { project, signature } = other.metadata;
  await db.cm_signature_aliases.add({
    id: deterministicId('alias', project, signature),
    project,
    signature,
    ticket_id: ticket!.id,
    previous_ticket_id: null,
    reason: 'merge',
    created_at: NOW,
    updated_at: NOW,
  });
  await applyOccurrences(db, [captured(other), captured(occurrence(3, { timestamp: ago(9) }))], context());
  const all = await tickets(db, { limit: 5 });
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ error_id: uuid(1), metadata: { last_seen: ago(5) } });
  expect(await groupOf(db, project, signature)).toMatchObject({ ticket_id: ticket!.id });
});

test('a clock that is ahead does not see into the future', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1, { timestamp: ago(-100 * HOUR) }))], context());
  expect(await stored(db, uuid(1))).toMatchObject({ timestamp: NOW });
  expect(await tickets(db, { limit: 1 })).toMatchObject([{ metadata: { last_seen: NOW } }]);
});

test('an id is acknowledged as it was sent', async () => {
  const db = freshDatabase();
  const shouted = captured({ ...occurrence(1), id: uuid(1).toUpperCase() });
  expect(await applyOccurrences(db, [shouted, captured(occurrence(1))], context())).toMatchObject({
    stored: [uuid(1).toUpperCase()],
    duplicates: [uuid(1)],
  });
  expect(await applyOccurrences(db, [shouted], context())).toMatchObject({ duplicates: [uuid(1).toUpperCase()] });
});
