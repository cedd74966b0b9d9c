import { completed } from '../core/complete.ts';
import { parseRow } from '../core/row-schemas.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import { withEvidence } from '../core/ticket.ts';
import type { VigieDatabase } from './database.ts';
import { enqueue, teamTables } from './outbox.ts';
import { keepServerRows } from './provisional.ts';

/** A page's record of a failure that is stored already, under this id, as only the browser saw it. */
export interface LateRow {
  id: string;
  page: ErrorLogRow;
}

/** Adds what the pages tell to the stored occurrences, and to the tickets that speak of them. `now` is ISO 8601. */
export async function completeOccurrences(db: VigieDatabase, list: readonly LateRow[], now: string): Promise<void> {
  if (list.length === 0) return;
  const tables = [db.cm_error_logs, db.cm_support_tickets, db.cm_signature_aliases, ...teamTables(db)];
  await db.transaction('rw', tables, async () => {
    for (const late of list) await completeOne(db, late, now);
  });
}

async function completeOne(db: VigieDatabase, { id, page }: LateRow, now: string): Promise<void> {
  const stored = await db.cm_error_logs.get(id);
  const row = stored && completed(stored, page);
  const parsed = row && parseRow('cm_error_logs', row);
  if (!parsed?.ok) return;
  await db.cm_error_logs.put(parsed.row);
  await enqueue(db, 'cm_error_logs', [id]);
  const { project, signature } = parsed.row.metadata;
  const alias = await db.cm_signature_aliases.get({ project, signature });
  const ticket = alias && (await db.cm_support_tickets.get(alias.ticket_id));
  if (ticket?.source !== 'auto_detection' || ticket.error_id !== id) return;
  await keepServerRows(db, 'cm_support_tickets', [ticket.id]);
  await db.cm_support_tickets.put(withEvidence(ticket, parsed.row, now));
}
