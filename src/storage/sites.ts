import { projectOf, siteOfPattern, type ProjectOf } from '../core/project.ts';
import type { SiteRow } from '../core/rows.ts';
import { changedSite, type SiteChange } from '../core/site-change.ts';
import type { VigieDatabase } from './database.ts';
import { enqueue, teamTables } from './outbox.ts';

/** Changes a site and returns it as it was and is; null when there is no such site. `now` is ISO 8601. */
export function changeSite(
  db: VigieDatabase,
  id: string,
  change: SiteChange,
  now: string,
): Promise<{ before: SiteRow; after: SiteRow } | null> {
  return db.transaction('rw', [db.cm_sites, ...teamTables(db)], async () => {
    const before = await db.cm_sites.get(id);
    if (before === undefined) return null;
    const after = changedSite(before, change, now);
    await db.cm_sites.put(after);
    await enqueue(db, 'cm_sites', [id]);
    return { before, after };
  });
}

/** Which site it is now, and whether it was none before. */
export interface EnsuredSite {
  id: string;
  isNew: boolean;
}

/** Makes the site of an address known unless one matches it already; one that was removed is back. `now` is ISO 8601. */
export function ensureSite(db: VigieDatabase, address: string, now: string): Promise<EnsuredSite> {
  return ensure(db, (sites) => projectOf(address, sites, now), now);
}

/** The same for a pattern of many hosts, which is one site of its own. */
export function ensureSiteOfPattern(db: VigieDatabase, pattern: string, now: string): Promise<EnsuredSite> {
  return ensure(db, (sites) => siteOfPattern(pattern, sites, now), now);
}

function ensure(db: VigieDatabase, find: (sites: SiteRow[]) => ProjectOf, now: string): Promise<EnsuredSite> {
  return db.transaction('rw', [db.cm_sites, ...teamTables(db)], async () => {
    const { id, site, isNew } = find(await db.cm_sites.toArray());
    if (isNew) await db.cm_sites.add(site);
    const isBack = !isNew && site.removed === true;
    if (isBack) await db.cm_sites.put(changedSite(site, { enabled: true }, now));
    if (isNew || isBack) await enqueue(db, 'cm_sites', [id]);
    return { id, isNew: isNew || isBack };
  });
}
