import type { GroupRow } from '../core/group.ts';
import type { VigieDatabase } from './database.ts';

/**
 * Occurrences of each error on each of these days, in the order of both; 0 where there was none. One counter row for each, by its key.
 *
 * @param days YYYY-MM-DD, in UTC.
 */
export async function dailyCounts(
  db: VigieDatabase,
  errors: readonly Pick<GroupRow, 'project' | 'signature'>[],
  days: readonly string[],
): Promise<number[][]> {
  const keys = errors.flatMap(({ project, signature }) =>
    days.map((day): [string, string, string] => [project, day, signature]),
  );
  const rows = await db.error_days.bulkGet(keys);
  return errors.map((_, index) =>
    rows.slice(index * days.length, (index + 1) * days.length).map((row) => row?.count ?? 0),
  );
}
