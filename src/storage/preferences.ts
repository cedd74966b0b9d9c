import { parseSetting, type SettingFailure } from '../core/settings.ts';
import { cleanText } from '../core/fields.ts';
import { clip, oneLine } from '../core/text.ts';
import type { VigieDatabase } from './database.ts';

const SITE_NAME_LIMIT = 200;

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

/** Renames a site, or turns it, the observation of its requests or the unobtrusive mode on or off. False when there is no such site. A name of blanks is no name: the old one stays. */
export async function updateSite(
  db: VigieDatabase,
  id: string,
  change: { name?: string; enabled?: boolean; network?: boolean; unobtrusive?: boolean },
  now: string,
): Promise<boolean> {
  const name = change.name === undefined ? '' : clip(oneLine(cleanText(change.name)), SITE_NAME_LIMIT);
  const { enabled, network, unobtrusive } = change;
  const updated = await db.cm_sites
    .where('id')
    .equals(id)
    .modify((site) => {
      if (name !== '') site.name = name;
      if (enabled !== undefined) site.enabled = enabled;
      if (network !== undefined) site.network = network;
      if (unobtrusive !== undefined) site.unobtrusive = unobtrusive;
      site.updated_at = now;
    });
  return updated > 0;
}
