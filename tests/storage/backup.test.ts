import { expect, test } from 'vitest';
import { backupParts } from '../../src/core/backup.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { exportTables } from '../../src/storage/export.ts';
import { importTables } from '../../src/storage/import.ts';
import { installOf } from '../../src/storage/install.ts';
import * as queries from '../../src/storage/queries.ts';
import { finishRebuild } from '../../src/storage/rebuild.ts';
import { context, NOW, uuid } from '../core/samples.ts';
import { killAt } from './killer.ts';
import { livedIn, nth, PROJECTS } from './lived-in.ts';
import { exported, importAll } from './through-a-file.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

/** Without what is the install's own: its id, and what its tabs show. */
async function shared(db: VigieDatabase): Promise<Record<string, unknown[]>> {
  const { tab_groups: _groups, tab_pages: _pages, new_signatures: _new, ...rest } = await everything(db);
  return { ...rest, meta: await db.meta.where('key').notEqual('install').toArray() };
}

/** What every screen asks for. */
async function screens(db: VigieDatabase): Promise<unknown> {
  const groups = await queries.recentGroups(db, { limit: 100 });
  const tickets = await queries.tickets(db, { limit: 100 });
  return {
    groups,
    byProject: await Promise.all(PROJECTS.map((project) => queries.groupsOfProject(db, project, 100))),
    byType: await queries.recentGroups(db, { limit: 100, errorType: 'console_warn' }),
    each: await Promise.all(groups.map(({ project, signature }) => queries.groupOf(db, project, signature))),
    occurrences: await Promise.all(
      groups.map(({ project, signature }) => queries.occurrencesOf(db, project, signature, 5)),
    ),
    tickets,
    open: await queries.tickets(db, { limit: 100, statut: 'ouvert' }),
    closed: await queries.tickets(db, { limit: 100, statut: 'ferme' }),
    ofTicket: await Promise.all(
      tickets.map(async ({ id, error_id, metadata }) => ({
        ticket: await queries.ticket(db, id),
        numbered: await queries.ticketsNumbered(db, metadata.number),
        history: await queries.historyOf(db, id),
        clients: await queries.clientsOf(db, id),
        groups: await queries.groupsOfTicket(db, id),
        error: await queries.occurrence(db, error_id!),
      })),
    ),
    corrections: await queries.correctionsOf(db, uuid(1)),
    sites: await queries.sites(db),
    settings: await queries.settings(db),
    counters: await queries.counters(db),
  };
}

test('a backup carries every shared table and nothing of the install', async () => {
  const db = await livedIn();
  const { install } = await installOf(db, () => uuid(1_000));
  const file = await exportTables(db, NOW);
  expect(Object.keys(file).toSorted()).toEqual(
    [
      'cm_attachments',
      'cm_commands',
      'cm_error_corrections',
      'cm_error_logs',
      'cm_error_sightings',
      'cm_notification_templates',
      'cm_notifications',
      'cm_sites',
      'cm_signature_aliases',
      'cm_signature_states',
      'cm_support_ticket_history',
      'cm_support_tickets',
      'cm_visits',
      'exported_at',
      'settings',
      'version',
    ].toSorted(),
  );
  expect(file.cm_error_logs).toHaveLength(120);
  expect(JSON.stringify(file)).not.toContain(install);
});

test('the log is exported page by page without loss', async () => {
  const db = freshDatabase();
  await db.cm_error_logs.bulkAdd(numbers(2_500).map((number) => nth(number)));
  const { cm_error_logs } = await exportTables(db, NOW);
  expect(new Set(cm_error_logs.map(({ id }) => id)).size).toBe(2_500);
});

test('a backup in an empty profile reproduces every row and every screen', async () => {
  const db = await livedIn();
  const copy = freshDatabase();
  const outcome = await importAll(copy, await exported(db));
  expect(outcome).toMatchObject({ updated: 0, kept: 0, refused: [] });
  expect(await screens(copy)).toEqual(await screens(db));
  expect(await shared(copy)).toEqual(await shared(db));
});

test('importing again, or into the very profile, changes nothing', async () => {
  const db = await livedIn();
  const tables = await exported(db);
  const before = await everything(db);
  const outcome = await importAll(db, tables);
  expect(outcome).toMatchObject({ added: 0, updated: 0, refused: [] });
  expect(outcome.kept).toBeGreaterThan(120);
  expect(await everything(db)).toEqual(before);
});

test('captures that arrive during an import count exactly once', async () => {
  const db = await livedIn(60);
  const tables = await exported(db);
  const copy = freshDatabase();
  const late = numbers(60, 61).map((number) => captured(nth(number)));
  const arriving = (async () => {
    for (const item of late)
      await applyOccurrences(copy, [item], { ...context({ threshold: 4 }), install: uuid(1_001) });
  })();
  await Promise.all([importAll(copy, tables, 3), arriving]);
  const groups = await copy.groups.toArray();
  const expected = numbers(120).reduce((sum, number) => sum + nth(number).metadata.count, 0);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
  expect(await queries.counters(copy)).toMatchObject({ occurrences: expected });
  await importAll(copy, tables, 50);
  expect(await copy.groups.toArray()).toEqual(groups);
});

test('an import that is never closed is finished at the next start', async () => {
  const db = await livedIn();
  const copy = freshDatabase();
  for (const part of backupParts(await exported(db), { rows: 10, units: 1_000_000 })) {
    if (!part.last) await importTables(copy, part.tables, false);
  }
  expect(await copy.groups.toArray()).toEqual([]);
  await finishRebuild(copy);
  expect(await shared(copy)).toEqual(await shared(db));
});

test('an import that is cut off anywhere and begun again ends as if nothing had happened', async () => {
  const db = await livedIn(40);
  const tables = await exported(db);
  const expected = await shared(db);
  let killed = 0;
  for (let request = 1; ; request += 13) {
    const copy = freshDatabase();
    const { requests } = killAt(copy, request);
    const outcome = await importAll(copy, tables, 25).catch(() => null);
    copy.close();
    copy.unuse({ stack: 'dbcore', name: 'killer' });
    await copy.open();
    if (outcome === null) {
      killed += 1;
      await finishRebuild(copy);
      await importAll(copy, tables, 25);
    }
    expect(await shared(copy)).toEqual(expected);
    copy.close();
    if (requests() < request) break;
  }
  expect(killed).toBeGreaterThan(5);
}, 60_000);
