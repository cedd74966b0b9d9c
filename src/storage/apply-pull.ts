import type { Table } from 'dexie';
import type { PullAnswer } from '../core/sync/protocol.ts';
import { notePulledAlerts } from './alerts.ts';
import type { VigieDatabase } from './database.ts';
import { dropPulled } from './drop-pulled.ts';
import type { Install } from './install.ts';
import { teamTables } from './outbox.ts';
import { PulledChanges } from './pulled-changes.ts';
import { settle } from './settle.ts';
import { markUnled } from './sign-again.ts';
import { noteSync, syncState } from './sync-state.ts';
import { noteMember } from './team.ts';
import { takeRows } from './take-pulled.ts';

/** What a page came to. */
export interface Pulled {
  /** Another browser writes the tallies of this install: its profile was copied, or put back to an earlier state. */
  cloned: boolean;
}

/**
 * Takes a page of what the team's database tells, in one transaction: the rows, what follows from them here, and the cursor for the next
 * page. The same page again changes nothing.
 */
export async function applyPull(db: VigieDatabase, page: PullAnswer, install: Install): Promise<Pulled> {
  return db.transaction('rw', pulledTables(db), async () => {
    const changes = new PulledChanges();
    const { epoch } = await syncState(db);
    if (page.reset && page.epoch !== epoch) await dropPulled(db, install);
    await removeGone(db, page, changes);
    await notePulledAlerts(db, page);
    const { cloned } = await takeRows(db, page.rows, install, changes);
    await markUnled(db, page.rows.cm_error_logs ?? []);
    await noteMember(db, page.member);
    await noteSync(db, { cursor: page.cursor, epoch: page.epoch, sql_version: page.sqlVersion });
    if (!page.more) for (const row of await settle(db)) changes.note(row.table, row.before, row.after);
    await changes.follow(db);
    return { cloned };
  });
}

function pulledTables(db: VigieDatabase) {
  return [
    db.cm_sites,
    db.cm_settings,
    db.cm_notification_templates,
    db.cm_signature_aliases,
    db.cm_signature_states,
    db.cm_support_tickets,
    db.cm_support_ticket_history,
    db.cm_error_sightings,
    db.cm_error_corrections,
    db.cm_notifications,
    db.cm_error_logs,
    db.cm_visits,
    db.groups,
    ...teamTables(db),
  ];
}

/** Rows that somebody removed from the team's database. */
async function removeGone(db: VigieDatabase, { gone }: PullAnswer, changes: PulledChanges): Promise<void> {
  for (const { table, id } of gone) {
    const store: Table<object, string> = db.table(table);
    await db.provisional.delete([table, id]);
    const before = await store.get(id);
    if (!before) continue;
    await store.delete(id);
    changes.note(table, before, null);
  }
}
