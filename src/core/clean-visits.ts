import type { VisitRow } from './signature-rows.ts';

/** Visits of a ticket's pages after its last occurrence. */
export interface CleanVisits {
  /** At least so many: of a day that began before the last occurrence only the last visit is known to be clean. */
  count: number;
  /** Identified clients, and installs of which nobody is known. */
  visitors: number;
  /** The latest time by which the first of them had happened, ISO 8601; null when there is none. */
  since: string | null;
}

/** @param rows of the pages on which the error was seen. */
export function cleanVisits(rows: readonly VisitRow[], lastSeen: string): CleanVisits {
  const clean = rows.filter(({ last_at }) => last_at > lastSeen);
  const times = clean.map(({ first_at, last_at }) => (first_at > lastSeen ? first_at : last_at)).toSorted();
  return {
    count: clean.reduce((sum, { first_at, count }) => sum + (first_at > lastSeen ? count : 1), 0),
    visitors: new Set(clean.map(({ client_id, install }) => client_id ?? install)).size,
    since: times[0] ?? null,
  };
}
