import type { HistoryRow } from '../core/rows.ts';
import { noteAlerts } from './alerts.ts';
import type { VigieDatabase } from './database.ts';
import { keepServerRows } from './provisional.ts';

/**
 * History is never rewritten: an event that is noted already keeps its entry. Call inside the transaction of what happened, over
 * `teamTables` and `cm_settings`.
 */
export async function addHistory(db: VigieDatabase, rows: readonly HistoryRow[]): Promise<void> {
  if (rows.length === 0) return;
  const found = await db.cm_support_ticket_history.bulkGet(rows.map(({ id }) => id));
  const added = rows.filter((_, index) => !found[index]);
  await keepServerRows(
    db,
    'cm_support_ticket_history',
    added.map(({ id }) => id),
  );
  await db.cm_support_ticket_history.bulkAdd(added);
  await noteAlerts(db, added);
}
