import type { GroupRow } from './group.ts';
import type { ErrorLogRow } from './rows.ts';
import type { Settings } from './settings.ts';

/*
 * What of the log may go. Samples are the bulk of the database, and after a while they tell nothing that the first and the last of their
 * kind do not: counts, tallies and tickets stay whatever goes.
 */

const DAY = 86_400_000;

/** What the log may hold at a moment. */
export interface LogLimits {
  /** Samples of before, ISO 8601, may go. */
  before: string;
  /** So many of the oldest ones are too many, whatever their age. */
  excess: number;
}

/**
 * @param rows how many samples there are.
 * @param now ISO 8601.
 */
export function logLimits({ days, rows: limit }: Settings['retention'], rows: number, now: string): LogLimits {
  const before = new Date(Date.parse(now) - days * DAY).toISOString();
  return { before, excess: Math.max(0, rows - limit) };
}

/** Limits that make room at once, when the disk is full: so large a share of what is there, from 0 to 1. */
export function emergencyLimits(rows: number, share: number): LogLimits {
  return { before: '', excess: Math.ceil(rows * share) };
}

/** Samples that stand for something that stays: the first and the last of their signature, and those that somebody named or waits for. */
export interface Kept {
  groups: readonly GroupRow[];
  /** Ids that a ticket or a correction names, or that the team was not sent yet. */
  named: ReadonlySet<string>;
}

/** The samples that go, of some that are given oldest first. */
export function samplesToDrop(
  samples: readonly ErrorLogRow[],
  { groups, named }: Kept,
  { before, excess }: LogLimits,
): ErrorLogRow[] {
  const ends = new Set(groups.flatMap(({ first_error_id, last_error_id }) => [first_error_id, last_error_id]));
  const free = samples.filter(({ id }) => !ends.has(id) && !named.has(id));
  return free.filter(({ timestamp }, index) => index < excess || timestamp < before);
}
