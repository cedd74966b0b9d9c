import type { CommandChanges } from '../core/commands/changes.ts';
import type { TicketRow } from '../core/rows.ts';
import { countTicket, readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { addHistory } from './history.ts';
import { writeNews, writeNotifications } from './news.ts';
import { teamTables } from './outbox.ts';
import { markOccurrences } from './resolved.ts';
import { keepBeforeCommand } from './team-changes.ts';

/** Every table that changes by people write to, and those that they are decided by. */
export function changedTables(db: VigieDatabase) {
  return [
    db.cm_commands,
    db.cm_support_tickets,
    db.cm_support_ticket_history,
    db.cm_signature_aliases,
    db.cm_signature_states,
    db.cm_notifications,
    db.cm_error_corrections,
    db.cm_error_logs,
    db.cm_error_sightings,
    db.cm_settings,
    db.groups,
    ...teamTables(db),
  ];
}

/**
 * Writes what somebody's command changes, with the counters that mirror it. Call inside a transaction over `changedTables`, after
 * `noteCommand`.
 */
export async function saveChanges(db: VigieDatabase, changes: CommandChanges, now: string): Promise<void> {
  const { tickets, aliases, states, history, news, notifications } = changes;
  await keepBeforeCommand(db, changes);
  await saveTickets(db, tickets);
  await db.cm_signature_aliases.bulkPut(aliases);
  await db.cm_signature_states.bulkPut(states);
  for (const { project, signature, ticket_id } of aliases) await db.groups.update([project, signature], { ticket_id });
  for (const { project, signature, resolved } of states) {
    await db.groups.update([project, signature], { resolved });
    await markOccurrences(db, project, signature, resolved);
  }
  await addHistory(db, history);
  await writeNews(db, news, now);
  await writeNotifications(db, notifications);
}

async function saveTickets(db: VigieDatabase, tickets: readonly TicketRow[]): Promise<void> {
  if (tickets.length === 0) return;
  const before = await db.cm_support_tickets.bulkGet(tickets.map(({ id }) => id));
  const counters = await readCounters(db);
  tickets.forEach(({ statut }, index) => {
    const from = before[index]?.statut ?? null;
    if (from !== statut) countTicket(counters, from, statut);
  });
  await db.cm_support_tickets.bulkPut([...tickets]);
  await writeCounters(db, counters);
}
