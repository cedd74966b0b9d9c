import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';

const LOCKED_KEY = 'locked-settings';
const LOCKED = v.fallback(v.array(v.string()), []);

/** Keys of the settings that an administrator keeps from being changed. */
export async function lockedSettings(db: VigieDatabase): Promise<readonly string[]> {
  return v.parse(LOCKED, (await db.meta.get(LOCKED_KEY))?.value);
}

/** Locks these and no others. */
export async function lockSettings(db: VigieDatabase, keys: readonly string[]): Promise<void> {
  const before = await lockedSettings(db);
  if (before.join() !== keys.join()) await db.meta.put({ key: LOCKED_KEY, value: [...keys] });
}
