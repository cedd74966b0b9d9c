import type { Managed } from '../core/managed.ts';
import { parseSetting, type SettingFailure } from '../core/settings.ts';
import { readPattern } from '../core/site-patterns.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { lockSettings } from '../storage/policy.ts';
import { saveSetting } from '../storage/preferences.ts';
import { type EnsuredSite, ensureSite, ensureSiteOfPattern } from '../storage/sites.ts';
import { addressOf } from './sites/patterns.ts';

/** The site of an address, or one of its own for a pattern of many hosts. */
export function siteFor(db: VigieDatabase, pattern: string, now: string): Promise<EnsuredSite> {
  const address = addressOf(pattern);
  return address === null ? ensureSiteOfPattern(db, pattern, now) : ensureSite(db, address, now);
}

/**
 * Brings settings, sites and locks to what a policy says; does nothing when they are so, so that every start may do it. What a policy no
 * longer says stays as it was, as an ordinary setting. Returns what of it could not be used.
 */
export async function applyPolicy(
  db: VigieDatabase,
  { settings, sites, locked }: Pick<Managed, 'settings' | 'sites' | 'locked'>,
  now: string,
): Promise<SettingFailure[]> {
  const failures: SettingFailure[] = [];
  for (const [key, value] of Object.entries(settings)) {
    if (await isSet(db, key, value)) continue;
    const failure = await saveSetting(db, key, value, now);
    if (failure !== null) failures.push(failure);
  }
  for (const site of sites) {
    const read = readPattern(site);
    if ('pattern' in read) await siteFor(db, read.pattern, now);
    else failures.push({ code: 'invalid-setting', key: 'sites', detail: `${site.slice(0, 100)}: ${read.problem}` });
  }
  await lockSettings(db, locked);
  return failures;
}

async function isSet(db: VigieDatabase, key: string, value: unknown): Promise<boolean> {
  const wanted = parseSetting(key, value);
  const row = await db.cm_settings.get(key);
  return wanted.ok && row !== undefined && JSON.stringify(row.value) === JSON.stringify(wanted.value);
}
