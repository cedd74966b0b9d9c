import type { DecideContext } from '../core/decide-context.ts';
import { newsOfSteps } from '../core/frequency.ts';
import type { News } from '../core/notification.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { keyOf, type WorkingSet } from './working-set.ts';

/**
 * What admins are to hear of errors that have become frequent by these occurrences. Costs nothing where there is no admin. Call when the
 * groups are counted and stored, in the same transaction.
 */
export async function newsOfFrequency(
  db: VigieDatabase,
  set: WorkingSet,
  rows: readonly ErrorLogRow[],
  { settings }: DecideContext,
): Promise<News[]> {
  if (settings.notifications.admins.length === 0) return [];
  const news: News[] = [];
  for (const [id, added] of byTicket(set, rows)) {
    const ticket = set.tickets.get(id);
    // Of a ticket that is made just now they hear anyway.
    if (!ticket || set.changedTickets.get(id)?.before === null) continue;
    const after = await countOf(db, id);
    const more = added.reduce((sum, { metadata }) => sum + metadata.count, 0);
    news.push(...newsOfSteps(ticket, after - more, after, latest(added)));
  }
  return news;
}

/** How often the errors of a ticket have occurred. */
export async function countOf(db: VigieDatabase, ticket: string): Promise<number> {
  const groups = await db.groups.where('ticket_id').equals(ticket).toArray();
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function byTicket({ signatures }: WorkingSet, rows: readonly ErrorLogRow[]): Map<string, ErrorLogRow[]> {
  const tickets = new Map<string, ErrorLogRow[]>();
  for (const row of rows) {
    const { project, signature } = row.metadata;
    const id = signatures.get(keyOf(project, signature))?.ticketId ?? '';
    tickets.set(id, [...(tickets.get(id) ?? []), row]);
  }
  return tickets;
}

function latest(rows: readonly ErrorLogRow[]): string {
  return rows.reduce((last, { timestamp }) => (timestamp > last ? timestamp : last), '');
}
