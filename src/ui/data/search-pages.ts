/** A list to show: its rows, and how far one looked for them. */
export interface Found<Row> {
  rows: Row[];
  /** Whether these are all that match; otherwise there may be more. */
  complete: boolean;
  /** Rows looked at, when the search stopped for having looked at enough. */
  stoppedAfter: number | null;
}

/** Leaves of some rows those that match, in their order. */
export type Matching<Row> = (rows: readonly Row[]) => Promise<Row[]>;

/** One look at the database while searching. */
const PAGE = 1_000;
/** What no index tells cannot be jumped to: this many rows are looked at, newest first, and no more. */
const REACH = 5_000;

/**
 * The newest rows that match, read page by page. The first page is as long as the list: where most rows match, it is the only one.
 *
 * @param read rows that follow `after`, newest first. @param matching those of a page that match, in its order; null takes every row.
 */
export async function findNewest<Row>(
  read: (limit: number, after: Row | undefined) => Promise<Row[]>,
  matching: Matching<Row> | null,
  limit: number,
): Promise<Found<Row>> {
  if (matching === null) {
    const rows = await read(limit + 1, undefined);
    return { rows: rows.slice(0, limit), complete: rows.length <= limit, stoppedAfter: null };
  }
  const rows: Row[] = [];
  let after: Row | undefined;
  for (let seen = 0; seen < REACH;) {
    const size = seen === 0 ? limit + 1 : Math.min(PAGE, REACH - seen);
    const page = await read(size, after);
    rows.push(...(await matching(page)));
    if (rows.length > limit) return { rows: rows.slice(0, limit), complete: false, stoppedAfter: null };
    if (page.length < size) return { rows, complete: true, stoppedAfter: null };
    seen += page.length;
    after = page.at(-1);
  }
  return { rows, complete: false, stoppedAfter: REACH };
}
