import type { Dexie } from 'dexie';

/** The database was written by a later version of the extension: its rows may mean what this version does not know. */
class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** What Dexie multiplies its own version numbers by, to leave room for its repairs of a schema. */
const STEP = 10;

/**
 * Dexie opens a later version's database as if nothing were. After a downgrade every read and write is refused instead, so that
 * nothing is stored that the later version would misread; with it everything is there again.
 *
 * @throws NewerDatabaseError
 */
export function refuseNewer(db: Dexie): void {
  const stored = Math.floor(db.backendDB().version / STEP);
  if (stored > db.verno) throw new NewerDatabaseError(`database of version ${stored}, code of version ${db.verno}`);
}

/** Whether this is why nothing could be read, also when Dexie has wrapped it. */
export function isNewerDatabase(error: unknown): boolean {
  return String(error).includes('NewerDatabaseError');
}
