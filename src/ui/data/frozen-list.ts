/** A row with its place in a list that is newest first: `key` tells rows apart, `at` is the time it is sorted by. */
export interface Placed {
  key: string;
  at: string;
}

/** The order in which a list stands still while its rows go on changing. */
export interface FrozenOrder<Row extends Placed> {
  keys: readonly string[];
  /** Sort time of the oldest standing row when it was placed. */
  oldest: string;
  /** Rows as last read, for those that newer ones have pushed beyond the limit. */
  known: ReadonlyMap<string, Row>;
}

export interface FrozenView<Row extends Placed> {
  rows: Row[];
  /** How many rows are newer than what stands: offered by a button, never pushed in. */
  fresh: number;
  order: FrozenOrder<Row>;
}

/**
 * Shows live rows in the order in which the reader found them. Counts and badges change in place. A row that did not stand is `fresh`
 * when newer than the oldest that does, and joins at the end otherwise (the reader asked for more). An empty list takes all.
 *
 * @param complete whether `live` is everything there is: what is missing then is gone, otherwise merely beyond the limit.
 */
export function freeze<Row extends Placed>(
  order: FrozenOrder<Row> | null,
  live: readonly Row[],
  complete: boolean,
): FrozenView<Row> {
  const byKey = new Map(live.map((row) => [row.key, row]));
  const standing = (order?.keys ?? []).filter((key) => byKey.has(key) || !complete);
  if (order === null || standing.length === 0) return view(live, 0);
  const stands = new Set(standing);
  const others = live.filter((row) => !stands.has(row.key));
  const older = others.filter((row) => row.at <= order.oldest);
  const rows = standing.flatMap((key) => byKey.get(key) ?? order.known.get(key) ?? []);
  const next = view([...rows, ...older], others.length - older.length);
  const oldest = older.reduce((least, row) => (row.at < least ? row.at : least), order.oldest);
  return { ...next, order: { ...next.order, oldest } };
}

function view<Row extends Placed>(rows: readonly Row[], fresh: number): FrozenView<Row> {
  const oldest = rows.reduce((least, row) => (row.at < least ? row.at : least), rows[0]?.at ?? '');
  return {
    rows: [...rows],
    fresh,
    order: { keys: rows.map((row) => row.key), oldest, known: new Map(rows.map((row) => [row.key, row])) },
  };
}
