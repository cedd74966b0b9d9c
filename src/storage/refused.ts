import type { PushedTable, Refusal } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import { addEntries } from './outbox.ts';
import type { RefusedRow } from './local-rows.ts';

/** Call inside a transaction over `refused`. */
export async function addRefused(db: VigieDatabase, refusals: readonly Refusal[], at: string): Promise<void> {
  if (refusals.length > 0) await db.refused.bulkPut(refusals.map((refusal) => ({ ...refusal, at })));
}

/** Oldest first. */
export function refusedRows(db: VigieDatabase, limit: number): Promise<RefusedRow[]> {
  return db.refused.orderBy('at').limit(limit).toArray();
}

/** Lets these be sent once more. What is refused no longer is left alone. */
export async function retryRefused(db: VigieDatabase, keys: readonly [PushedTable, string][]): Promise<void> {
  await db.transaction('rw', db.refused, db.outbox, async () => {
    const found = await db.refused.bulkGet([...keys]);
    const rows = found.flatMap((row) => (row ? [{ table: row.table, id: row.id }] : []));
    await db.refused.bulkDelete([...keys]);
    if (rows.length > 0) await addEntries(db, rows);
  });
}

/** Gives these up for the team; they stay here. */
export async function dropRefused(db: VigieDatabase, keys: readonly [PushedTable, string][]): Promise<void> {
  await db.refused.bulkDelete([...keys]);
}
