import type { SharedRow } from '../core/row-schemas.ts';
import type { VigieDatabase } from './database.ts';
import { lastRevision } from './outbox.ts';
import { hasTeam } from './team.ts';

/*
 * In a team the database decides about tickets; what this install makes of them meanwhile is provisional. Before it first changes such a row
 * it keeps the row as the team knows it. When everything that the change follows from has been answered and the answer's consequences
 * were pulled, the team's row takes its place again: with the change in it, or without it where it was refused.
 */

/** Tables whose rows the team decides about. */
export const PROVISIONAL_TABLES = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_error_corrections',
  'cm_settings',
  'cm_notification_templates',
] as const;
export type ProvisionalTable = (typeof PROVISIONAL_TABLES)[number];

/** A row that is not, or not only, what the team says. */
export interface ProvisionalRow {
  table: ProvisionalTable;
  id: string;
  /** As the team knows it; null: it does not. */
  server: SharedRow | null;
  /** The latest entry of the outbox that the row follows from. */
  after: number;
  /** The latest that is a command: until it is answered the row is shown as the command left it, whatever is pulled. 0: none. */
  held: number;
}

/** `after` of what was here before the team was joined: it stays until the team has a row of its own for it. */
export const OWN_ALREADY = Number.MAX_SAFE_INTEGER;

/**
 * Keeps the team's rows of these, if there is a team. Call inside the transaction that changes them, after it `enqueue`d what they follow
 * from and before it writes.
 */
export async function keepServerRows(
  db: VigieDatabase,
  table: ProvisionalTable,
  ids: readonly string[],
  by: 'fact' | 'command' = 'fact',
): Promise<void> {
  if (ids.length === 0 || !(await hasTeam(db))) return;
  const after = await lastRevision(db);
  const held = by === 'command' ? after : 0;
  const unique = [...new Set(ids)];
  const [known, stored] = await Promise.all([
    db.provisional.bulkGet(unique.map((id) => [table, id])),
    db.table<SharedRow, string>(table).bulkGet(unique),
  ]);
  const rows = unique.map((id, index): ProvisionalRow => {
    const before = known[index];
    if (!before) return { table, id, server: stored[index] ?? null, after, held };
    return { ...before, after: Math.max(before.after, after), held: Math.max(before.held, held) };
  });
  await db.provisional.bulkPut(rows);
}
