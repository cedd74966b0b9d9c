import { Dexie } from 'dexie';

/** The database cannot be opened: the disk, the profile, or a later version's rows. */
class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/**
 * Asks a question, and tells of a database that cannot be opened. For Dexie such a one is closed, and of a closed one its live queries
 * tell nobody: whoever asked would wait for ever.
 *
 * @throws UnreadableError and whatever else the question fails with.
 */
export async function heard<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw reasonOf(error) ?? error;
  }
}

function reasonOf(error: unknown): UnreadableError | null {
  if (!(error instanceof Dexie.DatabaseClosedError)) return null;
  const { inner } = error;
  // Closed on purpose, for another tab that upgrades it: the query goes on when it is open again.
  if (!(inner instanceof Error) || inner.name === 'DatabaseClosedError') return null;
  return new UnreadableError(String(firstOf(inner)));
}

/** What the browser said, without what Dexie says around it. */
function firstOf(error: Error): Error {
  return error instanceof Dexie.DexieError && error.inner instanceof Error ? firstOf(error.inner) : error;
}

/** Opens what could not be opened; whoever asks next waits for it, and is told how it went. */
export function openAgain(db: Dexie): void {
  if (!db.isOpen()) db.open().catch(() => undefined);
}
