import type { SharedRow } from '../core/row-schemas.ts';
import type { VigieDatabase } from './database.ts';
import { firstRevision } from './outbox.ts';
import { OWN_ALREADY } from './provisional.ts';
import { markSignAgain } from './sign-again.ts';
import { PROVISIONAL_TABLES, type ProvisionalRow, type ProvisionalTable } from './local-rows.ts';

/** A row of which this install had a version of its own, and what it is now. */
export interface SettledRow {
  table: ProvisionalTable;
  id: string;
  before: SharedRow | null;
  after: SharedRow | null;
}

/**
 * Puts the team's rows in the place of those whose facts and commands were all answered. Call when everything new was pulled, inside that
 * transaction. Returns what changed.
 */
export async function settle(db: VigieDatabase): Promise<SettledRow[]> {
  const first = Math.min(await firstRevision(db), OWN_ALREADY);
  const [due, answered] = await Promise.all([
    db.provisional.where('after').below(first).toArray(),
    db.provisional.where('held').between(1, first, true, false).toArray(),
  ]);
  const stillOpen = answered.filter(({ after }) => after >= first).map((row) => ({ ...row, held: 0 }));
  const settled = await Promise.all(
    PROVISIONAL_TABLES.map((table) => putServerRows(db, table, [...due, ...stillOpen].filter(isOf(table)))),
  );
  await db.provisional.bulkDelete(due.map(({ table, id }): [string, string] => [table, id]));
  await db.provisional.bulkPut(stillOpen);
  // What a later version calls an error may have led to where the team knows of nothing.
  if (settled.flat().some(({ table, after }) => table === 'cm_signature_aliases' && after === null))
    await markSignAgain(db);
  return settled.flat();
}

function isOf(table: ProvisionalTable): (row: ProvisionalRow) => boolean {
  return (row) => row.table === table;
}

async function putServerRows(
  db: VigieDatabase,
  table: ProvisionalTable,
  rows: readonly ProvisionalRow[],
): Promise<SettledRow[]> {
  if (rows.length === 0) return [];
  const store = db.table<SharedRow, string>(table);
  const before = await store.bulkGet(rows.map(({ id }) => id));
  await store.bulkPut(rows.flatMap(({ server }) => server ?? []));
  await store.bulkDelete(rows.filter(({ server }) => server === null).map(({ id }) => id));
  return rows.map(({ id, server }, index) => ({ table, id, before: before[index] ?? null, after: server }));
}
