import { TICKET_STATUSES } from '../core/rows.ts';
import { noCounters, readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import type { Install } from './install.ts';
import { startJoining } from './joining.ts';
import { markRebuild } from './rebuild.ts';
import { dropTeamSettings } from './team-settings.ts';

const DECIDED = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_signature_aliases',
  'cm_signature_states',
] as const;

/**
 * The team's database is another than it was (a backup was restored): what came from it may never have happened, and what this install told
 * it may be lost there. Drops the one and brings the other once more; what the team has not answered yet stays as it is. Call inside a
 * transaction over every table of the team.
 */
export async function dropPulled(db: VigieDatabase, { install }: Install): Promise<void> {
  for (const table of DECIDED) {
    const store = db.table<object, string>(table);
    const own = await db.provisional.filter((row) => row.table === table).toArray();
    const kept = new Set(own.map(({ id }) => id));
    const ids = await store.toCollection().primaryKeys();
    await store.bulkDelete(ids.filter((id) => !kept.has(id)));
    await db.provisional.bulkPut(own.map((row) => ({ ...row, server: null })));
  }
  await db.cm_error_sightings.filter((row) => row.install !== install).delete();
  await db.cm_notifications.clear();
  await dropTeamSettings(db);
  await recount(db);
  await markRebuild(db);
  await startJoining(db, 'reset');
}

async function recount(db: VigieDatabase): Promise<void> {
  const counters = { ...(await readCounters(db)), tickets: noCounters().tickets };
  for (const statut of TICKET_STATUSES) {
    counters.tickets[statut] = await db.cm_support_tickets
      .where('[statut+updated_at+id]')
      .between([statut, ''], [statut, '\uFFFF'])
      .count();
  }
  const { ouvert, en_cours, en_attente_client } = counters.tickets;
  await writeCounters(db, { ...counters, open_tickets: ouvert + en_cours + en_attente_client });
}
