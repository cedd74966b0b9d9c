import { parseSetting, type SettingFailure } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';

/** Replaces one setting by a validated value; what it failed on comes back and nothing is stored. */
export async function saveSetting(
  db: VigieDatabase,
  key: string,
  value: unknown,
  now: string,
): Promise<SettingFailure | null> {
  const result = parseSetting(key, value);
  if (!result.ok) return result.failure;
  await db.cm_settings.put({ key: result.key, value: result.value, updated_at: now });
  return null;
}
