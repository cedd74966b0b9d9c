import { Dexie } from 'dexie';
import { watchedUntil } from '../core/monitoring.ts';
import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../core/rows.ts';
import type { TicketCursor } from './queries.ts';
import type { VigieDatabase } from './database.ts';
import { hasTeam } from './team.ts';

const OPEN = TICKET_STATUSES.filter((statut) => statut !== 'ferme');
const PAGE = 200;

/**
 * Watches again whatever ought to be and is not, such as tickets that came from elsewhere. A ticket that is snoozed, or that waits for
 * a visit of its page, is left alone, and so is what a team watches. Returns how many tickets are watched then.
 *
 * @param duration how long a watch lasts, in milliseconds.
 */
export async function resumeWatches(db: VigieDatabase, duration: number): Promise<{ active: number }> {
  let active = 0;
  for (const statut of OPEN) {
    let after: TicketCursor | undefined;
    do {
      const page = await resumePage(db, statut, after, duration);
      active += page.active;
      after = page.last;
    } while (after !== undefined);
  }
  return { active };
}

async function resumePage(
  db: VigieDatabase,
  statut: TicketStatus,
  after: TicketCursor | undefined,
  duration: number,
): Promise<{ active: number; last: TicketCursor | undefined }> {
  return db.transaction('rw', db.cm_support_tickets, db.meta, async () => {
    const start = after ? [statut, after.updated_at, after.id] : [statut, Dexie.minKey];
    const tickets = await db.cm_support_tickets
      .where('[statut+updated_at+id]')
      .between(start, [statut, Dexie.maxKey], false)
      .limit(PAGE)
      .toArray();
    const inTeam = await hasTeam(db);
    const resumed = tickets.map((ticket) => (inTeam ? ticket : resumedWatch(ticket, duration)));
    await db.cm_support_tickets.bulkPut(resumed.filter((ticket, index) => ticket !== tickets[index]));
    const active = resumed.filter(({ metadata }) => metadata.monitoring_until !== null).length;
    return { active, last: tickets.length < PAGE ? undefined : tickets.at(-1) };
  });
}

/** When a ticket last changed is when somebody changed it: the lists are sorted by that. */
function resumedWatch(ticket: TicketRow, duration: number): TicketRow {
  const { monitoring_until, snooze, awaiting_visit } = ticket.metadata;
  if (monitoring_until !== null || snooze || awaiting_visit) return ticket;
  const until = watchedUntil(ticket.metadata, duration);
  return until === null ? ticket : { ...ticket, metadata: { ...ticket.metadata, monitoring_until: until } };
}
