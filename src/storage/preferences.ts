import type { SettingRow } from '../core/rows.ts';
import { parseSetting, settingsFrom, type SettingFailure } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';
import { noteThreshold } from './lowered-threshold.ts';
import { teamTables } from './outbox.ts';
import { keepOwnAddress } from './own-addresses.ts';
import { askTeam, type TeamAuthor } from './team-settings.ts';

/**
 * Replaces one setting by a validated value; what it failed on comes back and nothing is stored.
 *
 * @param forTeam who changes it for a whole team; null: it is this browser's own.
 */
export async function saveSetting(
  db: VigieDatabase,
  key: string,
  value: unknown,
  now: string,
  forTeam: TeamAuthor | null = null,
): Promise<SettingFailure | null> {
  const result = parseSetting(key, value);
  if (!result.ok) return result.failure;
  const row: SettingRow = { key: result.key, value: result.value, updated_at: now };
  await db.transaction('rw', [db.cm_settings, db.cm_commands, ...teamTables(db)], async () => {
    const asked = { table: 'cm_settings', key: row.key, operation: 'setting', now } as const;
    if (forTeam) await askTeam(db, { ...asked, arguments: { key: row.key, value: row.value } }, forTeam);
    if (row.key === 'identity') await keepOwnAddress(db);
    await db.cm_settings.put(row);
    if (row.key === 'tickets') await noteThreshold(db, settingsFrom([row]).settings.tickets.threshold);
  });
  return null;
}
