import { resolutionTime, type Period } from './period-indicators.ts';
import type { ErrorType, TicketRow } from './rows.ts';
import { dayOf } from './visit.ts';

/** Occurrences of one kind on one day. */
export interface TypeCount {
  day: string;
  error_type: ErrorType;
  count: number;
}

/** What happened on one day, in UTC. */
export interface DayFigures {
  /** YYYY-MM-DD. */
  day: string;
  /** Tickets that were created. */
  opened: number;
  /** Tickets that were resolved, or closed without having been resolved, and still are. */
  settled: number;
  /** Occurrences by kind; absent where there was none. */
  errors: Partial<Record<ErrorType, number>>;
}

const DAY_MS = 86_400_000;

/** The first and the last day that the period touches. */
export function boundsOf({ from, to }: Period): { first: string; last: string } {
  return { first: dayOf(from), last: dayOf(new Date(Date.parse(to) - 1).toISOString()) };
}

/** Every day that the period touches, oldest first, those on which nothing happened included. */
export function dayFigures(
  created: readonly TicketRow[],
  settled: readonly TicketRow[],
  types: readonly TypeCount[],
  period: Period,
): DayFigures[] {
  const { first, last } = boundsOf(period);
  const days = new Map<string, DayFigures>();
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    const day = dayOf(new Date(at).toISOString());
    days.set(day, { day, opened: 0, settled: 0, errors: {} });
  }
  for (const { created_at } of created) {
    const figures = days.get(dayOf(created_at));
    if (figures) figures.opened += 1;
  }
  for (const { metadata, closed_at } of settled) {
    const figures = days.get(dayOf(metadata.resolved_at ?? closed_at ?? ''));
    if (figures) figures.settled += 1;
  }
  for (const { day, error_type: type, count } of types) {
    const figures = days.get(day);
    if (figures) figures.errors[type] = (figures.errors[type] ?? 0) + count;
  }
  return [...days.values()];
}

/** Where one class of times to resolution ends and the next begins, in milliseconds. */
export const TIME_LIMITS = [3_600_000, 4 * 3_600_000, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS] as const;

/** How many tickets were settled within each limit; the last number is of those that took longer. */
export function timeDistribution(settled: readonly TicketRow[]): number[] {
  const counts = [...TIME_LIMITS, Infinity].map(() => 0);
  for (const time of settled.flatMap(resolutionTime)) {
    const index = TIME_LIMITS.findIndex((limit) => time < limit);
    const place = index < 0 ? TIME_LIMITS.length : index;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
