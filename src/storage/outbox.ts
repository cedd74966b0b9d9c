import { Dexie } from 'dexie';
import type { PushedTable } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import { hasTeam } from './team.ts';
import type { OutboxRow } from './local-rows.ts';

/*
 * What the team has not acknowledged yet. An entry only names a row: what is sent is the row as it is then. Every change of a row gives it
 * a new entry with a new number, so that acknowledging what was sent leaves a later change waiting.
 */

export type OutboxEntry = Omit<OutboxRow, 'revision'>;

/** Tables that a transaction needs whose changes may be for the team. */
export function teamTables(db: VigieDatabase) {
  return [db.outbox, db.provisional, db.meta];
}

/** Notes that these rows changed, if there is a team. Call inside the transaction that changes them, over `teamTables`. */
export async function enqueue(db: VigieDatabase, table: PushedTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await hasTeam(db))) return;
  await addEntries(
    db,
    ids.map((id) => ({ table, id })),
  );
}

/** The same, whether there is a team or not. */
export async function addEntries(db: VigieDatabase, entries: readonly OutboxEntry[]): Promise<void> {
  const unique = new Map(entries.map((entry) => [`${entry.table} ${entry.id}`, entry]));
  const keys = [...unique.values()].map(({ table, id }) => [table, id]);
  const earlier = await db.outbox.where('[table+id]').anyOf(keys).primaryKeys();
  if (earlier.length > 0) await db.outbox.bulkDelete(earlier);
  await db.outbox.bulkAdd([...unique.values()]);
}

/** The longest waiting entries, in their order. */
export function oldestEntries(db: VigieDatabase, limit: number): Promise<OutboxRow[]> {
  return db.outbox.orderBy('revision').limit(limit).toArray();
}

/** Every entry of a table. */
export function entriesOf(db: VigieDatabase, table: PushedTable, limit: number): Promise<OutboxRow[]> {
  return db.outbox.where('[table+id]').between([table, Dexie.minKey], [table, Dexie.maxKey]).limit(limit).toArray();
}

/** Which of these rows wait. */
export async function waitingAmong(db: VigieDatabase, table: PushedTable, ids: readonly string[]): Promise<string[]> {
  const entries = await db.outbox
    .where('[table+id]')
    .anyOf(ids.map((id) => [table, id]))
    .toArray();
  return entries.map(({ id }) => id);
}

/** The number of the entry that has waited longest; infinite when none waits. */
export async function firstRevision(db: VigieDatabase): Promise<number> {
  const first = await db.outbox.orderBy('revision').first();
  return first?.revision ?? Number.POSITIVE_INFINITY;
}

/** The number of the latest entry; 0 when none waits. */
export async function lastRevision(db: VigieDatabase): Promise<number> {
  const last = await db.outbox.orderBy('revision').last();
  return last?.revision ?? 0;
}

/** How many wait, but no more than `limit`: counting a large table takes seconds. */
export function countWaiting(db: VigieDatabase, limit: number): Promise<number> {
  return db.outbox.limit(limit).count();
}
