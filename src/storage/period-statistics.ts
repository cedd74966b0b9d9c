import { Dexie, type Table } from 'dexie';
import { boundsOf, dayFigures, type DayFigures, timeDistribution } from '../core/period-charts.ts';
import {
  greatest,
  type Period,
  periodIndicators,
  type PeriodIndicators,
  settledIn,
} from '../core/period-indicators.ts';
import type { TicketRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import type { ErrorDayRow } from './local-rows.ts';

/** An error among the most frequent ones of a period. */
export interface PeriodError {
  project: string;
  signature: string;
  /** As its latest occurrence says it. */
  message: string;
  ticket_id: string | null;
  /** Occurrences in the period. */
  count: number;
}

/** A client among the most affected ones of a period. */
export interface PeriodClient {
  client_id: string;
  client_email: string | null;
  /** Occurrences in the period. */
  count: number;
}

/** The statistics of a period. Errors and clients are counted by whole days in UTC that the period touches. */
export interface PeriodStatistics extends PeriodIndicators {
  errors: PeriodError[];
  clients: PeriodClient[];
  /** Every day of the period, oldest first. */
  days: DayFigures[];
  /** Settled tickets by the time that they took, see `TIME_LIMITS`. */
  times: number[];
  /** Whether there was more than is read, so that figures are those of the part that was. */
  truncated: boolean;
}

/** Most rows that are read of each kind. */
const ROWS = 20_000;

/** Reads tickets by the indexes of their times, and one counter row for each error (client, kind) and day; never the log. */
export async function readPeriod(db: VigieDatabase, period: Period, limit = 10): Promise<PeriodStatistics> {
  const [allCreated, candidates, errorDays, clientDays, typeDays] = await Promise.all([
    createdIn(db, period),
    settledSince(db, period),
    rowsOfDays(db, db.error_days, '[project+day+signature]', period),
    rowsOfDays(db, db.client_days, '[project+day+client_id]', period),
    rowsOfDays(db, db.type_days, '[project+day+error_type]', period),
  ]);
  const created = ofProject(allCreated, period);
  const settled = settledIn(ofProject(candidates, period), period);
  const clients = greatest(clientDays, ({ client_id }) => client_id, limit);
  return {
    ...periodIndicators(created, settled, period),
    errors: await named(
      db,
      greatest(errorDays, ({ project, signature }) => `${project} ${signature}`, limit),
    ),
    clients: clients.map(({ row: { client_id, client_email }, count }) => ({ client_id, client_email, count })),
    days: dayFigures(created, settled, typeDays, period),
    times: timeDistribution(settled),
    truncated: [allCreated, candidates, errorDays, clientDays, typeDays].some(({ length }) => length >= ROWS),
  };
}

function createdIn(db: VigieDatabase, { from, to }: Period): Promise<TicketRow[]> {
  return db.cm_support_tickets.where('created_at').between(from, to, true, false).limit(ROWS).toArray();
}

/** What was resolved in the period may have been closed after it, and what is resolved was changed last then or later. */
async function settledSince(db: VigieDatabase, { from }: Period): Promise<TicketRow[]> {
  const [closed, resolved] = await Promise.all([
    db.cm_support_tickets.where('closed_at').aboveOrEqual(from).limit(ROWS).toArray(),
    db.cm_support_tickets
      .where('[statut+updated_at+id]')
      .between(['resolu', from], ['resolu', Dexie.maxKey])
      .limit(ROWS)
      .toArray(),
  ]);
  return [...closed, ...resolved];
}

function ofProject(tickets: readonly TicketRow[], { project }: Period): TicketRow[] {
  return tickets.filter(({ metadata }) => project === undefined || metadata.project === project);
}

async function projectsOf(db: VigieDatabase, { project }: Period): Promise<string[]> {
  return project === undefined ? db.cm_sites.toCollection().primaryKeys() : [project];
}

/** Counter rows of the days that the period touches. @param index project and day first. */
async function rowsOfDays<Row, Key, Insert>(
  db: VigieDatabase,
  table: Table<Row, Key, Insert>,
  index: string,
  period: Period,
): Promise<Row[]> {
  const { first, last } = boundsOf(period);
  const projects = await projectsOf(db, period);
  const rows = await Promise.all(
    projects.map((project) =>
      table.where(index).between([project, first], [project, last, Dexie.maxKey]).limit(ROWS).toArray(),
    ),
  );
  return rows.flat();
}

async function named(
  db: VigieDatabase,
  errors: readonly { row: ErrorDayRow; count: number }[],
): Promise<PeriodError[]> {
  const groups = await db.groups.bulkGet(errors.map(({ row }): [string, string] => [row.project, row.signature]));
  return errors.map(({ row: { project, signature }, count }, index) => ({
    project,
    signature,
    message: groups[index]?.message ?? signature,
    ticket_id: groups[index]?.ticket_id ?? null,
    count,
  }));
}
