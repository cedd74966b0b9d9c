import type { DecideContext } from '../core/decide-context.ts';
import type { TicketRow } from '../core/rows.ts';
import { isSnoozeOver, woken, type Totals } from '../core/sweep.ts';
import type { VigieDatabase } from './database.ts';
import { countOf } from './frequency.ts';
import { addHistory } from './history.ts';
import { keepServerRows } from './provisional.ts';
import { clientsOf } from './queries.ts';

/**
 * Wakes the tickets of these that were snoozed until more came than has come now. Costs nothing where none is. Call at the end of the
 * transaction that counted.
 */
export async function escalate(
  db: VigieDatabase,
  tickets: readonly TicketRow[],
  { now, settings }: DecideContext,
): Promise<void> {
  for (const ticket of tickets) {
    const { snooze } = ticket.metadata;
    if (snooze?.occurrences === undefined && snooze?.clients === undefined) continue;
    if (!isSnoozeOver(snooze, await totalsOf(db, ticket.id), now)) continue;
    const { ticket: after, history } = woken(ticket, 'escalated', now, settings.tickets.monitoringDuration);
    await keepServerRows(db, 'cm_support_tickets', [after.id]);
    await db.cm_support_tickets.put(after);
    await addHistory(db, history);
  }
}

/** As a snooze counts them at its beginning. */
async function totalsOf(db: VigieDatabase, id: string): Promise<Totals> {
  const [occurrences, clients] = await Promise.all([countOf(db, id), clientsOf(db, id)]);
  return {
    occurrences,
    clients: clients.filter(({ client_id }) => client_id !== null).length,
  };
}
