import type { SharedRow } from '../core/row-schemas.ts';
import type { VigieDatabase } from './database.ts';
import { lastRevision } from './outbox.ts';
import { hasTeam } from './team.ts';
import type { ProvisionalRow, ProvisionalTable } from './local-rows.ts';

/*
 * In a team the database decides about tickets; what this install makes of them meanwhile is provisional. Before it first changes such a row
 * it keeps the row as the team knows it. When everything that the change follows from has been answered and the answer's consequences
 * were pulled, the team's row takes its place again: with the change in it, or without it where it was refused.
 */

/** `after` of what follows from nothing that is sent, as what was here before the team was joined: it stays until the team has a row of its own. */
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

/** Notes rows of this install's own, if there is a team: they stay until the team has theirs. Call inside the transaction that adds them. */
export async function keepOwn(db: VigieDatabase, table: ProvisionalTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await hasTeam(db))) return;
  const known = await db.provisional.bulkGet(ids.map((id) => [table, id]));
  const fresh = ids.filter((_, index) => !known[index]);
  await db.provisional.bulkPut(fresh.map((id) => ({ table, id, server: null, after: OWN_ALREADY, held: 0 })));
}

/** Whether the team has no row of its own for what this install found by itself. */
export async function areOwn(db: VigieDatabase, table: ProvisionalTable, ids: readonly string[]): Promise<boolean[]> {
  const rows = await db.provisional.bulkGet(ids.map((id) => [table, id]));
  return rows.map((row) => row?.after === OWN_ALREADY);
}
