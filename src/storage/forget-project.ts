import { Dexie, type Collection, type Table } from 'dexie';
import type { GroupRow } from '../core/group.ts';
import type { TicketRow } from '../core/rows.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';

/**
 * Removes every row of a project, its site included, in one transaction, and returns how many those were. Only for projects that are no
 * real ones: of what people did nothing is ever removed.
 */
export async function forgetProject(db: VigieDatabase, project: string): Promise<number> {
  if ((await db.cm_sites.get(project)) === undefined) return 0;
  return db.transaction('rw', db.tables, async () => {
    const tickets = await db.cm_support_tickets
      .where('[metadata.project+updated_at+id]')
      .between([project, Dexie.minKey], [project, Dexie.maxKey])
      .toArray();
    const errors = rowsOf(db.cm_error_logs, '[metadata.project+timestamp]', project);
    const groups = rowsOf(db.groups, '[project+last_seen+signature]', project);
    const counted = await groups.clone().toArray();
    await subtract(db, tickets, counted);
    const decided = counted.map(({ signature }) => signatureStateId(project, signature));
    const ids = tickets.map(({ id }) => id);
    const corrected = await errors.clone().primaryKeys();
    const removed = await Promise.all([
      db.cm_error_corrections.where('error_id').anyOf(corrected).delete(),
      errors.delete(),
      groups.delete(),
      rowsOf(db.cm_error_sightings, '[project+signature]', project).delete(),
      rowsOf(db.cm_signature_aliases, '[project+signature]', project).delete(),
      db.cm_signature_states.where('id').anyOf(decided).delete(),
      rowsOf(db.cm_visits, '[project+page+day]', project).delete(),
      rowsOf(db.error_days, '[project+day+signature]', project).delete(),
      rowsOf(db.type_days, '[project+day+error_type]', project).delete(),
      rowsOf(db.client_days, '[project+day+client_id]', project).delete(),
      rowsOf(db.releases, '[project+release]', project).delete(),
      rowsOf(db.new_signatures, '[project+signature]', project).delete(),
      ...ids.flatMap((id) => [
        rowsOf(db.cm_support_ticket_history, '[ticket_id+created_at]', id).delete(),
        rowsOf(db.cm_notifications, '[ticket_id+created_at]', id).delete(),
        rowsOf(db.cm_commands, '[ticket_id+created_at]', id).delete(),
      ]),
      db.cm_attachments.where('ticket_id').anyOf(ids).delete(),
      db.cm_support_tickets.where('id').anyOf(ids).delete(),
      db.cm_sites.where('id').equals(project).delete(),
    ]);
    return removed.reduce((sum, count) => sum + count, 0);
  });
}

/** The rows of an index whose first part is this. */
function rowsOf<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  index: string,
  first: string,
): Collection<Row, Key, Insert> {
  return table.where(index).between([first, Dexie.minKey], [first, Dexie.maxKey]);
}

async function subtract(db: VigieDatabase, tickets: readonly TicketRow[], groups: readonly GroupRow[]): Promise<void> {
  const counters = await readCounters(db);
  counters.occurrences -= groups.reduce((sum, { count }) => sum + count, 0);
  for (const { statut } of tickets) counters.tickets[statut] -= 1;
  const { ouvert, en_cours, en_attente_client } = counters.tickets;
  counters.open_tickets = ouvert + en_cours + en_attente_client;
  await writeCounters(db, counters);
}
