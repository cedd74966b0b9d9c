import { movedFrom, type Candidate } from '../core/redeploy.ts';
import type { GroupRow } from '../core/group.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { keyOf, type WorkingSet } from './working-set.ts';

/** Signatures that share one lineless form; where there are more, nothing is certain. */
const CANDIDATES = 20;

/** An occurrence and the tab that it is from; null when from none. */
export interface Placed {
  row: ErrorLogRow;
  tab: number | null;
}

/**
 * Finds out which of the new signatures are old errors, by the first occurrence of each, and gives them their ticket. Costs nothing
 * where no signature is new. Call when the set knows its aliases.
 */
export async function readMoved(db: VigieDatabase, set: WorkingSet, items: readonly Placed[]): Promise<void> {
  const firsts = new Map<string, Placed>();
  for (const item of items) {
    const { project, signature, lineless } = item.row.metadata;
    const key = keyOf(project, signature);
    const entry = set.signatures.get(key);
    const isNew = entry?.group === null && entry.ticketId === null && lineless !== undefined;
    const earlier = firsts.get(key);
    if (isNew && (!earlier || item.row.timestamp < earlier.row.timestamp)) firsts.set(key, item);
  }
  await Promise.all(
    [...firsts].map(async ([key, item]) => {
      const moved = movedFrom(await candidatesOf(db, item), item.row);
      const entry = set.signatures.get(key);
      if (!moved || !entry) return;
      entry.moved = moved;
      entry.ticketId = moved.ticket_id;
    }),
  );
}

async function candidatesOf(db: VigieDatabase, { row, tab }: Placed): Promise<Candidate[]> {
  const { project, lineless } = row.metadata;
  const groups = await db.groups
    .where('[project+lineless]')
    .equals([project, lineless ?? ''])
    .limit(CANDIDATES)
    .toArray();
  if (groups.length === CANDIDATES) return [];
  return Promise.all(
    groups.map(async (group): Promise<Candidate> => {
      const [samples, seenByThePage] = await Promise.all([samplesOf(db, group), isOnPage(db, group, tab)]);
      return { group, samples, seenByThePage };
    }),
  );
}

async function samplesOf(db: VigieDatabase, { first_error_id, last_error_id }: GroupRow): Promise<ErrorLogRow[]> {
  const samples = await db.cm_error_logs.bulkGet([first_error_id, last_error_id]);
  return samples.filter((row) => row !== undefined);
}

/** By the background's own clock on both sides: what a page sent was counted after the word that it is shown. */
async function isOnPage(db: VigieDatabase, { project, signature }: GroupRow, tab: number | null): Promise<boolean> {
  if (tab === null) return false;
  const [page, counted] = await Promise.all([db.tab_pages.get(tab), db.tab_groups.get([tab, project, signature])]);
  return page !== undefined && counted !== undefined && counted.counted_at >= page.shown_at;
}
