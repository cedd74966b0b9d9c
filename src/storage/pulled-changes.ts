import type { TicketStatus } from '../core/rows.ts';
import { countTicket, readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { remakeGroups, type GroupKey } from './rebuild.ts';
import { markOccurrences } from './resolved.ts';

/** What mirrors rows that came from the team: collected while they are written, and written at the end of the same transaction. */
export class PulledChanges {
  private readonly groups = new Map<string, GroupKey>();
  private readonly statuses: [TicketStatus | null, TicketStatus | null][] = [];
  private readonly decided = new Map<string, { key: GroupKey; resolved: boolean }>();

  /** A row is another now; null: there is none. */
  note(table: string, before: object | null, after: object | null): void {
    const row = after ?? before ?? {};
    const key = keyOf(row);
    if (key) this.groups.set(key.join(' '), key);
    if (table === 'cm_support_tickets') this.noteStatus(before, after);
    if (table === 'cm_signature_states' && key) {
      const resolved = after !== null && 'resolved' in after && after.resolved === true;
      this.decided.set(key.join(' '), { key, resolved });
    }
  }

  private noteStatus(before: object | null, after: object | null): void {
    const from = statusOf(before);
    const to = statusOf(after);
    if (from !== to) this.statuses.push([from, to]);
  }

  async follow(db: VigieDatabase): Promise<void> {
    if (this.statuses.length > 0) {
      const counters = await readCounters(db);
      for (const [from, to] of this.statuses) countTicket(counters, from, to);
      await writeCounters(db, counters);
    }
    for (const { key, resolved } of this.decided.values()) {
      await db.groups.update(key, { resolved });
      await markOccurrences(db, ...key, resolved);
    }
    await remakeGroups(db, [...this.groups.values()]);
  }
}

/** Of rows about one signature of a project. */
function keyOf(row: object): GroupKey | null {
  const facts = 'metadata' in row && 'stack_trace' in row ? row.metadata : row;
  if (typeof facts !== 'object' || facts === null || !('project' in facts) || !('signature' in facts)) return null;
  const { project, signature } = facts;
  return typeof project === 'string' && typeof signature === 'string' ? [project, signature] : null;
}

function statusOf(row: object | null): TicketStatus | null {
  return row !== null && isTicket(row) ? row.statut : null;
}

function isTicket(row: object): row is { statut: TicketStatus } {
  return 'statut' in row;
}
