import { projectOf } from '../../core/project.ts';
import type { VigieDatabase } from '../../storage/database.ts';

/** Stores the default site of an address unless a site matches it already. `now` is ISO 8601. */
export async function ensureSite(db: VigieDatabase, address: string, now: string): Promise<void> {
  await db.transaction('rw', db.cm_sites, async () => {
    const project = projectOf(address, await db.cm_sites.toArray(), now);
    if (project.isNew) await db.cm_sites.add(project.site);
  });
}
