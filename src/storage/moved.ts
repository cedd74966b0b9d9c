import type { GroupRow } from '../core/group.ts';
import { type Candidate, type Moved, movedFrom, translatedFrom } from '../core/redeploy.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { hasTeam } from './team.ts';
import { keyOf, type WorkingSet } from './working-set.ts';
import type { TabPageRow } from './local-rows.ts';

/** Signatures that share one lineless form; where there are more, nothing is certain. */
const CANDIDATES = 20;

/** An occurrence and the tab that it is from; null when from none. */
export interface Placed {
  row: ErrorLogRow;
  tab: number | null;
}

/**
 * Finds out which of the new signatures are old errors, by the first occurrence of each, and gives them their ticket; or that a sweep
 * has to find out. Costs nothing where no signature is new. Call when the set knows its aliases.
 */
export async function readMoved(db: VigieDatabase, set: WorkingSet, items: readonly Placed[]): Promise<void> {
  const firsts = firstsOf(set, items);
  if (firsts.size === 0) return;
  const inTeam = await hasTeam(db);
  await Promise.all(
    [...firsts].map(async ([key, item]) => {
      const entry = set.signatures.get(key);
      if (!entry) return;
      const groups = await sharing(db, item.row.metadata);
      const moved = await movedNow(db, groups, item, inTeam);
      if (moved) {
        entry.moved = moved;
        entry.ticketId = moved.ticket_id;
      } else if (!inTeam && item.row.metadata.signature_parts.line > 0 && (await haveOldTicket(db, groups))) {
        entry.waits = true;
        set.waiting.push({ project: entry.project, signature: entry.signature, waits: 1 });
      }
    }),
  );
}

/** The earliest occurrence of each signature that is new. */
function firstsOf(set: WorkingSet, items: readonly Placed[]): Map<string, Placed> {
  const firsts = new Map<string, Placed>();
  for (const item of items) {
    const { project, signature, lineless } = item.row.metadata;
    const key = keyOf(project, signature);
    const entry = set.signatures.get(key);
    const isNew = entry?.group === null && entry.ticketId === null && lineless !== undefined;
    const earlier = firsts.get(key);
    if (isNew && (!earlier || item.row.timestamp < earlier.row.timestamp)) firsts.set(key, item);
  }
  return firsts;
}

/** A team's database decides, and wants to know at once what the browser thinks. */
async function movedNow(
  db: VigieDatabase,
  groups: readonly GroupRow[],
  { row, tab }: Placed,
  inTeam: boolean,
): Promise<Moved | null> {
  if (!inTeam) return translatedFrom(groups, row);
  const page = tab === null ? undefined : await db.tab_pages.get(tab);
  const isOnPage = (group: GroupRow) => (page ? wasShown(db, group, page) : false);
  return movedFrom(await Promise.all(groups.map(async (group) => candidate(db, group, await isOnPage(group)))), row);
}

/** Whether one of them had its ticket at the latest sweep: which of those that came since was first is an accident. */
async function haveOldTicket(db: VigieDatabase, groups: readonly GroupRow[]): Promise<boolean> {
  const ticketed = groups.filter(({ ticket_id }) => ticket_id !== null);
  const recent = await db.new_signatures.bulkGet(
    ticketed.map(({ project, signature }): [string, string] => [project, signature]),
  );
  return recent.some((row) => row === undefined);
}

/** The groups of one lineless form; none where there are too many. */
export async function sharing(
  db: VigieDatabase,
  { project, lineless }: { project: string; lineless?: string | null },
): Promise<GroupRow[]> {
  const groups = await db.groups
    .where('[project+lineless]')
    .equals([project, lineless ?? ''])
    .limit(CANDIDATES)
    .toArray();
  return groups.length === CANDIDATES ? [] : groups;
}

/** The group with samples of its occurrences. */
export async function candidate(db: VigieDatabase, group: GroupRow, seenByThePage: boolean): Promise<Candidate> {
  const samples = await db.cm_error_logs.bulkGet([group.first_error_id, group.last_error_id]);
  return { group, samples: samples.filter((row) => row !== undefined), seenByThePage };
}

/** By the background's own clock on both sides: what a page sent was counted after the word that it is shown. */
export async function wasShown(
  db: VigieDatabase,
  { project, signature }: Pick<GroupRow, 'project' | 'signature'>,
  { tab, shown_at }: TabPageRow,
): Promise<boolean> {
  const counted = await db.tab_groups.get([tab, project, signature]);
  return counted !== undefined && counted.counted_at >= shown_at;
}
