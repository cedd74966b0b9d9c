import type { Table } from 'dexie';
import type { VigieDatabase } from './database.ts';

/**
 * Does long work in short transactions, one after another, until a step says that none is left: captures wait for one step at most. A step
 * notes its place in its own transaction, so that whoever is killed goes on there.
 */
export async function stepByStep(
  db: VigieDatabase,
  tables: readonly Table[],
  step: () => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const goesOn = await db.transaction('rw', tables, step);
    if (!goesOn) return;
  }
}
