import type { GroupRow } from '../core/group.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

/** A distinct error with its latest occurrence that is stored. */
export interface SampledGroup {
  group: GroupRow;
  sample: ErrorLogRow;
}

/** The newest distinct errors, at most `limit`. */
export async function newestGroupsWithSample(db: VigieDatabase, limit: number): Promise<SampledGroup[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  const groups = await db.groups.orderBy('[last_seen+project+signature]').reverse().limit(limit).toArray();
  const samples = await db.cm_error_logs.bulkGet(groups.map(({ last_error_id }) => last_error_id));
  return groups.flatMap((group, index) => {
    const sample = samples[index];
    return sample ? [{ group, sample }] : [];
  });
}
