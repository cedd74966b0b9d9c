import type { Refusal } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import { addRefused } from './refused.ts';
import type { OutboxRow } from './local-rows.ts';

/**
 * These entries were answered: they wait no longer, and what the team refused is kept with its reason. A row that changed since it was
 * sent has another entry, which stays.
 */
export async function acknowledge(
  db: VigieDatabase,
  entries: readonly OutboxRow[],
  refusals: readonly Refusal[],
  now: string,
): Promise<void> {
  await db.transaction('rw', db.outbox, db.refused, async () => {
    await db.outbox.bulkDelete(entries.map(({ revision }) => revision));
    const refused = new Set(refusals.map(({ table, id }) => `${table} ${id}`));
    const taken = entries.filter(({ table, id }) => !refused.has(`${table} ${id}`));
    // What was refused once and is taken now has nothing to tell any more.
    await db.refused.bulkDelete(taken.map(({ table, id }): [string, string] => [table, id]));
    await addRefused(db, refusals, now);
  });
}
