import type { GroupRow } from '../core/group.ts';
import type { VigieDatabase } from './database.ts';

/**
 * Occurrences of an error on each of these days; 0 where there was none. Reads at most one counter row for each, side by side in an index.
 *
 * @param days YYYY-MM-DD, in UTC, without a gap, oldest first.
 */
export async function dailyCounts(
  db: VigieDatabase,
  { project, signature }: Pick<GroupRow, 'project' | 'signature'>,
  days: readonly string[],
): Promise<number[]> {
  const rows = await db.error_days
    .where('[project+signature+day]')
    .between([project, signature, days[0]], [project, signature, days.at(-1)], true, true)
    .toArray();
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  return days.map((day) => counts.get(day) ?? 0);
}
