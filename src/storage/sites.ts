import { projectOf, siteOfPattern } from '../core/project.ts';
import type { SiteRow } from '../core/rows.ts';
import { changedSite, type SiteChange } from '../core/site-change.ts';
import type { VigieDatabase } from './database.ts';

/** Changes a site and returns it as it was and is; null when there is no such site. `now` is ISO 8601. */
export function changeSite(
  db: VigieDatabase,
  id: string,
  change: SiteChange,
  now: string,
): Promise<{ before: SiteRow; after: SiteRow } | null> {
  return db.transaction('rw', db.cm_sites, async () => {
    const before = await db.cm_sites.get(id);
    if (before === undefined) return null;
    const after = changedSite(before, change, now);
    await db.cm_sites.put(after);
    return { before, after };
  });
}

/** Makes the site of an address known unless one matches it already; one that was removed is back. `now` is ISO 8601. */
export async function ensureSite(db: VigieDatabase, address: string, now: string): Promise<void> {
  await db.transaction('rw', db.cm_sites, async () => {
    const { site, isNew } = projectOf(address, await db.cm_sites.toArray(), now);
    if (isNew) await db.cm_sites.add(site);
    else await bringBack(db, site, now);
  });
}

/** The same for a pattern of many hosts, which is one site of its own. */
export async function ensureSiteOfPattern(db: VigieDatabase, pattern: string, now: string): Promise<void> {
  await db.transaction('rw', db.cm_sites, async () => {
    const { site, isNew } = siteOfPattern(pattern, await db.cm_sites.toArray(), now);
    if (isNew) await db.cm_sites.add(site);
    else await bringBack(db, site, now);
  });
}

async function bringBack(db: VigieDatabase, site: SiteRow, now: string): Promise<void> {
  if (site.removed === true) await db.cm_sites.put(changedSite(site, { enabled: true }, now));
}
