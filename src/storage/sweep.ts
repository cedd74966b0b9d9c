import { Dexie } from 'dexie';
import type { TicketRow, TicketStatus } from '../core/rows.ts';
import { isShared } from '../core/self-test-project.ts';
import { isSnoozeOver, sweepDue, sweptStatuses, woken, type SweepContext, type Swept } from '../core/sweep.ts';
import { countTicket, readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { addHistory } from './history.ts';
import { ticketWhatCounts } from './lowered-threshold.ts';
import { settleNew } from './new-signatures.ts';
import { writeNews } from './news.ts';
import { teamTables } from './outbox.ts';
import { finishMarking } from './resolved.ts';
import { hasTeam } from './team.ts';
import { cleanVisitsOf } from './visits.ts';
import { keepTime } from './watch-clock.ts';

/** Ids of tickets. */
export interface SweepReport {
  closed: string[];
  woken: string[];
}

/** Tickets of one transaction. */
const PAGE = 25;

/**
 * Says which new errors are old ones, makes the tickets that a lowered threshold is due, wakes what was snoozed until now and closes what
 * was silent long enough. Reads only what is due. Every transaction leaves its tickets done, and done tickets are due no longer: killed
 * anywhere and run again, everything happens once. In a team the database does all this by its own clock; what is left is the tickets
 * that are no business of the team's.
 */
export async function sweep(db: VigieDatabase, context: SweepContext): Promise<SweepReport> {
  const report: SweepReport = { closed: [], woken: [] };
  const inTeam = await hasTeam(db);
  if (!inTeam) await keepTime(db, context.now, context.tickets.monitoringDuration);
  await settleNew(db, context.tickets, context.now);
  const isOurs = ({ metadata }: TicketRow) => !inTeam || !isShared(metadata.project ?? '');
  if (!inTeam) await wakeAll(db, context, report);
  for (const statut of sweptStatuses(context.tickets)) {
    await untilNone(db, () => closePage(db, statut, context, isOurs), report.closed);
  }
  await finishMarking(db);
  return report;
}

async function wakeAll(db: VigieDatabase, context: SweepContext, report: SweepReport): Promise<void> {
  await ticketWhatCounts(db, context.tickets, context.now);
  await untilNone(db, () => wakePage(db, context), report.woken);
}

interface Page {
  found: number;
  done: string[];
}

async function untilNone(db: VigieDatabase, page: () => Promise<Page>, done: string[]): Promise<void> {
  for (;;) {
    // An async function: of another, Dexie would not know that it awaits natively, and lose its transaction.
    const outcome = await db.transaction('rw', sweptTables(db), async () => page());
    done.push(...outcome.done);
    if (outcome.found < PAGE) return;
  }
}

function sweptTables(db: VigieDatabase) {
  return [
    db.cm_support_tickets,
    db.cm_support_ticket_history,
    db.cm_notifications,
    db.cm_signature_aliases,
    db.cm_error_sightings,
    db.cm_visits,
    db.cm_settings,
    db.groups,
    ...teamTables(db),
  ];
}

async function closePage(
  db: VigieDatabase,
  statut: TicketStatus,
  context: SweepContext,
  isOurs: (ticket: TicketRow) => boolean,
): Promise<Page> {
  const due = await db.cm_support_tickets
    .where('[statut+metadata.monitoring_until]')
    .between([statut, Dexie.minKey], [statut, context.now], true, true)
    .filter(isOurs)
    .limit(PAGE)
    .toArray();
  const swept = await Promise.all(
    due.map(async (ticket) => sweepDue(ticket, await cleanVisitsOf(db, ticket), context)),
  );
  const closed = swept.filter((one) => one.closed).map(({ ticket }) => ticket);
  await Promise.all([writeSwept(db, due, swept), tellOfClosing(db, closed, context.now)]);
  return { found: due.length, done: closed.map(({ id }) => id) };
}

async function wakePage(db: VigieDatabase, { now, tickets }: SweepContext): Promise<Page> {
  const range = db.cm_support_tickets.where('metadata.snooze.until').belowOrEqual(now);
  const due = await range.limit(PAGE).toArray();
  const over = due.filter(({ metadata: { snooze } }) => snooze && isSnoozeOver(snooze, null, now));
  await writeSwept(
    db,
    over,
    over.map((ticket) => woken(ticket, 'unsnoozed', now, tickets.monitoringDuration)),
  );
  return { found: due.length, done: over.map(({ id }) => id) };
}

async function writeSwept(db: VigieDatabase, before: readonly TicketRow[], swept: readonly Swept[]): Promise<void> {
  if (swept.length === 0) return;
  const counters = await readCounters(db);
  swept.forEach(({ ticket }, index) => {
    const from = before[index]?.statut ?? ticket.statut;
    if (from !== ticket.statut) countTicket(counters, from, ticket.statut);
  });
  await db.cm_support_tickets.bulkPut(swept.map(({ ticket }) => ticket));
  await addHistory(
    db,
    swept.flatMap(({ history }) => history),
  );
  await writeCounters(db, counters);
}

function tellOfClosing(db: VigieDatabase, closed: readonly TicketRow[], now: string): Promise<void> {
  return writeNews(
    db,
    closed.map((ticket) => ({ event: 'closed', at: now, ticket, clients: null })),
    now,
  );
}
