import { Dexie } from 'dexie';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import type { TabGroupRow, TabPageRow } from './local-rows.ts';

/** The number on the icon of a tab: occurrences of its present page. */
export interface TabCount {
  tab: number;
  count: number;
}

/** An occurrence as far as tabs are concerned. */
export interface TabOccurrence {
  row: ErrorLogRow;
  tab: number | null;
  origin: string;
}

/** A tab shows a (new) page: its number starts again. */
export async function shownPage(db: VigieDatabase, tab: number, origin: string, at: string): Promise<void> {
  await db.tab_pages.put({ tab, origin, count: 0, shown_at: at });
}

export async function forgetTab(db: VigieDatabase, tab: number): Promise<void> {
  await db.transaction('rw', db.tab_pages, db.tab_groups, async () => {
    await db.tab_pages.delete(tab);
    await db.tab_groups.where('[tab+last_seen]').between([tab, Dexie.minKey], [tab, Dexie.maxKey]).delete();
  });
}

/** At the browser's start: tab ids begin anew, so what is stored belongs to tabs of the past. */
export async function forgetTabs(db: VigieDatabase): Promise<void> {
  await db.transaction('rw', db.tab_pages, db.tab_groups, async () => {
    await db.tab_pages.clear();
    await db.tab_groups.clear();
  });
}

/** Call inside the transaction that stores the occurrences. Returns the pages that they changed. */
export async function countInTabs(
  db: VigieDatabase,
  items: readonly TabOccurrence[],
  now: string,
): Promise<TabCount[]> {
  const inTabs = items.filter((item): item is TabOccurrence & { tab: number } => item.tab !== null);
  if (inTabs.length === 0) return [];
  const [, pages] = await Promise.all([countGroups(db, inTabs, now), countPages(db, inTabs, now)]);
  return pages.map(({ tab, count }) => ({ tab, count }));
}

async function countGroups(
  db: VigieDatabase,
  items: readonly (TabOccurrence & { tab: number })[],
  now: string,
): Promise<void> {
  const rows = new Map<string, TabGroupRow>();
  for (const { row, tab } of items) {
    const { project, signature, count } = row.metadata;
    const key = `${tab} ${project} ${signature}`;
    const sum = rows.get(key) ?? { tab, project, signature, count: 0, last_seen: row.timestamp, counted_at: now };
    const last_seen = sum.last_seen > row.timestamp ? sum.last_seen : row.timestamp;
    rows.set(key, { ...sum, count: sum.count + count, last_seen });
  }
  const sums = [...rows.values()];
  const stored = await db.tab_groups.bulkGet(sums.map(({ tab, project, signature }) => [tab, project, signature]));
  const merged = sums.map((sum, index) => {
    const old = stored[index];
    if (!old) return sum;
    return {
      ...sum,
      count: old.count + sum.count,
      last_seen: old.last_seen > sum.last_seen ? old.last_seen : sum.last_seen,
    };
  });
  await db.tab_groups.bulkPut(merged);
}

async function countPages(
  db: VigieDatabase,
  items: readonly (TabOccurrence & { tab: number })[],
  now: string,
): Promise<TabPageRow[]> {
  const stored = await db.tab_pages.bulkGet([...new Set(items.map(({ tab }) => tab))]);
  const pages = new Map(stored.flatMap((page) => (page ? [[page.tab, page] as const] : [])));
  const changed = new Set<number>();
  for (const { row, tab, origin } of items) {
    const page = pageOf(pages.get(tab), row, tab, origin, now);
    if (!page) continue;
    pages.set(tab, { ...page, count: page.count + row.metadata.count });
    changed.add(tab);
  }
  const rows = [...pages.values()].filter(({ tab }) => changed.has(tab));
  await db.tab_pages.bulkPut(rows);
  return rows;
}

/**
 * The page that an occurrence belongs to; null when that page is gone. The word that a page is shown may have been lost (the
 * worker was killed, or the extension is younger than the page), so an occurrence of another origin can bring a new page.
 */
function pageOf(
  page: TabPageRow | undefined,
  row: ErrorLogRow,
  tab: number,
  origin: string,
  now: string,
): TabPageRow | null {
  if (page?.origin === origin) return page;
  if (page && row.timestamp <= page.shown_at) return null;
  return { tab, origin, count: 0, shown_at: now };
}
