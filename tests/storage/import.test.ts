import { expect, test } from 'vitest';
import { deterministicId } from '../../src/core/ids.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { exportTables } from '../../src/storage/export.ts';

import * as queries from '../../src/storage/queries.ts';
import { ago, context, HOUR, NOW, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { livedIn, nth, PROJECTS } from './lived-in.ts';
import { exported, importAll } from './through-a-file.ts';
import { captured, everything, freshDatabase } from './support.ts';

test('tickets follow the newer copy, and neither copy forgets what was seen', async () => {
  const here = freshDatabase();
  await applyOccurrences(here, [captured(occurrence(1, { timestamp: ago(9 * HOUR) }))], context({}, ago(9 * HOUR)));
  const tables = await exported(here);
  const copy = freshDatabase();
  await importAll(copy, tables);
  await applyOccurrences(here, [captured(occurrence(2, { timestamp: ago(3 * HOUR) }))], context({}, ago(3 * HOUR)));
  const [ticket] = await queries.tickets(here, { limit: 1 });
  const [old] = (await exportTables(copy)).cm_support_tickets;

  await importAll(here, tables);
  expect(await queries.ticket(here, ticket!.id)).toEqual(ticket);

  const newer = { ...old!, statut: 'en_cours', priorite: 'basse', updated_at: ago(HOUR) };
  const outcome = await importAll(here, { cm_support_tickets: [newer] });
  expect(outcome).toMatchObject({ added: 0, updated: 1 });
  expect(await queries.ticket(here, ticket!.id)).toMatchObject({
    statut: 'en_cours',
    priorite: 'basse',
    metadata: { last_seen: ago(3 * HOUR), monitoring_until: ago(3 * HOUR - 24 * HOUR) },
  });
  expect(await queries.counters(here)).toMatchObject({ tickets: { ouvert: 0, en_cours: 1 }, open_tickets: 1 });
});

test('settings and sites follow the newer copy, facts and aliases stay', async () => {
  const db = await livedIn();
  const [alias] = await db.cm_signature_aliases.toArray();
  const before = await everything(db);
  const changed = {
    settings: [{ key: 'language', value: 'en', updated_at: ago(2 * HOUR) }],
    cm_sites: [{ ...(await db.cm_sites.get(PROJECTS[0]!))!, name: 'Old', updated_at: ago(2 * HOUR) }],
    cm_error_logs: [{ ...nth(1), message: 'forged' }],
    cm_support_ticket_history: (await db.cm_support_ticket_history.toArray()).map((row) => ({
      ...row,
      action: 'forged',
    })),
    cm_signature_aliases: [{ ...alias!, id: uuid(9_999), ticket_id: uuid(9_998) }],
  };
  expect(await importAll(db, changed)).toMatchObject({ added: 0, updated: 0 });
  expect(await everything(db)).toEqual(before);
  const newer = [{ key: 'language', value: 'en', updated_at: NOW }];
  expect(await importAll(db, { cm_settings: newer })).toMatchObject({ updated: 1 });
  expect((await queries.settings(db)).settings.language).toBe('en');
});

test('tallies merge by maximum, whatever id they claim', async () => {
  const db = await livedIn();
  const [row] = await db.cm_error_sightings.toArray();
  const before = await queries.groupOf(db, row!.project, row!.signature);
  await importAll(db, {
    cm_error_sightings: [
      { ...row!, id: uuid(8_000), count: row!.count + 5 },
      { ...row!, count: 1 },
    ],
  });
  expect(await queries.groupOf(db, row!.project, row!.signature)).toMatchObject({ count: before!.count + 5 });
  expect(await db.cm_error_sightings.get(uuid(8_000))).toBeUndefined();
});

test('what another install tallied adds up with the own', async () => {
  const db = freshDatabase();
  const mine = occurrence(1, { metadata: { client_id: uuid(901) } });
  await applyOccurrences(db, [captured(mine)], context());
  const other = freshDatabase();
  const theirs = [
    occurrence(2, { metadata: { client_id: uuid(901) } }),
    occurrence(3, { metadata: { client_id: uuid(902) } }),
  ];
  await applyOccurrences(
    other,
    theirs.map((row) => captured(row)),
    { ...context(), install: uuid(1_002) },
  );
  await importAll(db, await exported(other));
  expect(await queries.tickets(db, { limit: 5 })).toHaveLength(1);
  expect(await queries.groupOf(db, PROJECT, mine.metadata.signature)).toMatchObject({ count: 3, clients: 2 });
});

test('hostile rows are refused one by one, with the reason', async () => {
  const db = freshDatabase();
  const outcome = await importAll(db, {
    cm_error_logs: [
      nth(1),
      null,
      'x',
      { id: uuid(2) },
      { ...nth(3), id: '<b>'.repeat(999) },
      { ...nth(4), message: '\0\uD800' },
    ],
    settings: [
      { key: 'tickets', value: { threshold: -1 }, updated_at: NOW },
      { key: 'theme', value: 1, updated_at: NOW },
    ],
    cm_nonsense: [1],
    tab_pages: [{ tab: 1, origin: 'x', count: 1, shown_at: NOW }],
    meta: [{ key: 'install', value: { install: uuid(66), epoch: 9 } }],
  });
  expect(outcome.added).toBe(2);
  expect(outcome.refused.map(({ table, id }) => [table, id.slice(0, 3)])).toEqual([
    ['cm_settings', 'tic'],
    ['cm_settings', 'the'],
    ['cm_error_logs', ''],
    ['cm_error_logs', ''],
    ['cm_error_logs', uuid(2).slice(0, 3)],
    ['cm_error_logs', '<b>'],
    ['cm_nonsense', ''],
    ['tab_pages', ''],
    ['meta', ''],
  ]);
  expect(outcome.refused.every(({ id, reason }) => id.length <= 100 && reason.length <= 300)).toBe(true);
  expect(await queries.occurrence(db, uuid(4))).toMatchObject({ message: '\uFFFD' });
  expect(await queries.tabPage(db, 1)).toBeUndefined();
});

async function counts(db: VigieDatabase) {
  const groups = await queries.recentGroups(db, { limit: 100 });
  return groups.map(({ signature, count }) => [signature, count]);
}

test('a log without tallies still shows its errors', async () => {
  const db = await livedIn();
  const { cm_error_logs = [] } = await exported(db);
  const copy = freshDatabase();
  await importAll(copy, { cm_error_logs });
  expect(await counts(copy)).toEqual(await counts(db));
});

test('tallies without a log show what the signature tells', async () => {
  const db = await livedIn();
  const { cm_error_logs: _gone, ...tables } = await exported(db);
  const copy = freshDatabase();
  await importAll(copy, tables);
  const group = await queries.groupOf(copy, PROJECTS[1]!, 'cart.js|error 1|12');
  expect(group).toMatchObject({
    source: 'cart.js',
    message: 'error 1',
    line: 12,
    error_type: 'js_error',
    last_error_id: '',
  });
  expect(group!.ticket).not.toBeNull();
});

test('numbers and ids of imported tickets are derived, not believed', async () => {
  const db = await livedIn();
  const [ticket] = await db.cm_support_tickets.toArray();
  const forged = { ...ticket!, id: deterministicId('forged'), metadata: { ...ticket!.metadata, number: 'V-FORGED' } };
  await importAll(db, { cm_support_tickets: [forged] });
  expect(await queries.ticketsNumbered(db, 'V-FORGED')).toEqual([]);
});
