import type { TicketRow } from './rows.ts';

/** From one moment until before another, both ISO 8601; of one project, or of all. */
export interface Period {
  from: string;
  to: string;
  project?: string;
}

/** The guide's statistics for a period. Times are in milliseconds; a figure of nothing is null. */
export interface PeriodIndicators {
  /** Tickets that were created in the period, those merged since included, by who made them. */
  created: number;
  automatic: number;
  manual: number;
  /** Tickets that were resolved in the period, or closed without having been resolved, and still are. */
  settled: number;
  /** Of the settled ones, from 0 to 1, how many closed by themselves without a person resolving them. */
  automaticResolutionRate: number | null;
  /** Of the settled ones, from their creation to their resolution (or closing). */
  meanResolutionTime: number | null;
  medianResolutionTime: number | null;
}

/**
 * @param created tickets created in the period.
 * @param candidates tickets that may have been settled in it; others among them do no harm.
 */
export function periodIndicators(
  created: readonly TicketRow[],
  candidates: readonly TicketRow[],
  period: Period,
): PeriodIndicators {
  const settled = settledIn(candidates, period);
  const times = settled.flatMap(resolutionTime).toSorted((a, b) => a - b);
  const alone = settled.filter(({ metadata }) => metadata.closed_by === 'system' && metadata.resolved_at === undefined);
  return {
    created: created.length,
    automatic: created.filter(({ source }) => source === 'auto_detection').length,
    manual: created.filter(({ source }) => source === 'manual').length,
    settled: settled.length,
    automaticResolutionRate: settled.length === 0 ? null : alone.length / settled.length,
    meanResolutionTime: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length,
    medianResolutionTime: median(times),
  };
}

/** Of the candidates those that were settled in the period. */
export function settledIn(candidates: readonly TicketRow[], period: Period): TicketRow[] {
  return candidates.filter((ticket) => isSettledIn(ticket, period));
}

/** What was merged into another ticket is settled with that one. */
function isSettledIn({ statut, closed_at, metadata }: TicketRow, { from, to }: Period): boolean {
  if ((statut !== 'resolu' && statut !== 'ferme') || metadata.merged_into !== undefined) return false;
  const at = metadata.resolved_at ?? closed_at;
  return at !== null && at >= from && at < to;
}

/** Of a ticket that is settled; a clock that was set back counts as no time. */
export function resolutionTime({ statut, created_at, closed_at, metadata }: TicketRow): number[] {
  const at = metadata.resolved_at ?? closed_at;
  if ((statut !== 'resolu' && statut !== 'ferme') || at === null) return [];
  return [Math.max(0, Date.parse(at) - Date.parse(created_at))];
}

/** Of an even number the mean of the two in the middle. */
function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** A count of one day. */
export interface Counted {
  count: number;
}

/** Sums per key, the greatest first; of equal ones the first key. */
export function greatest<Row extends Counted>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  limit: number,
): { row: Row; count: number }[] {
  const sums = new Map<string, { key: string; row: Row; count: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    // The latest row of a key is the one that is shown.
    sums.set(key, { key, row, count: (sum?.count ?? 0) + row.count });
  }
  return [...sums.values()]
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ row, count }) => ({ row, count }));
}
