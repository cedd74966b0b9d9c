import { Dexie } from 'dexie';
import { cleanVisits, type CleanVisits } from '../core/clean-visits.ts';
import { afterVisit } from '../core/sweep.ts';
import type { TicketRow } from '../core/rows.ts';
import { isShared } from '../core/self-test-project.ts';
import { dayOf, pageKey, visitId, visitKey, withVisit, type Visit } from '../core/visit.ts';
import type { VigieDatabase } from './database.ts';
import { enqueue, teamTables } from './outbox.ts';
import { keepServerRows } from './provisional.ts';

/** Errors of one page that are looked at; a page with more of them is watched whatever the others say. */
const ERRORS = 100;
/** Rows of visits read of one page: a row is a visitor's day. */
const ROWS = 500;

/**
 * Counts that a page was shown, if an error of it has a ticket under watch, and starts the watches that waited for that. Pages
 * without such a ticket leave no trace.
 *
 * @param duration how long a watch lasts, in milliseconds.
 */
export async function noteVisit(db: VigieDatabase, visit: Visit, duration: number): Promise<void> {
  const tables = [db.groups, db.cm_support_tickets, db.cm_visits, ...teamTables(db)];
  await db.transaction('rw', tables, async () => {
    const tickets = await watchedTickets(db, visit);
    if (tickets.length === 0) return;
    const row = withVisit((await db.cm_visits.get(visitId(visitKey(visit)))) ?? null, visit);
    if (isShared(visit.project)) await enqueue(db, 'cm_visits', [row.id]);
    const changed = tickets.flatMap((ticket) => afterVisit(ticket, visit.at, duration) ?? []);
    await keepServerRows(
      db,
      'cm_support_tickets',
      changed.map(({ id }) => id),
    );
    await Promise.all([db.cm_visits.put(row), db.cm_support_tickets.bulkPut(changed)]);
  });
}

async function watchedTickets(db: VigieDatabase, { project, page }: Visit): Promise<TicketRow[]> {
  const groups = await db.groups.where('pages').equals(pageKey(project, page)).limit(ERRORS).toArray();
  const ids = [...new Set(groups.flatMap(({ ticket_id }) => ticket_id ?? []))];
  const tickets = await db.cm_support_tickets.bulkGet(ids);
  return tickets.flatMap((ticket) => (ticket && isWatched(ticket) ? [ticket] : []));
}

function isWatched({ statut, metadata }: TicketRow): boolean {
  if (statut === 'ferme') return false;
  return metadata.monitoring_until !== null || metadata.awaiting_visit === true || metadata.snooze !== undefined;
}

/** Visits of the pages of a ticket's errors since it was last seen. */
export async function cleanVisitsOf(db: VigieDatabase, { id, metadata }: TicketRow): Promise<CleanVisits> {
  const { last_seen } = metadata;
  if (last_seen === null) return cleanVisits([], '');
  const groups = await db.groups.where('ticket_id').equals(id).limit(ERRORS).toArray();
  const pages = new Map(groups.flatMap(({ project, pages: some }) => some.map((key) => [key, project] as const)));
  const rows = await Promise.all(
    [...pages].map(([key, project]) => {
      const page = key.slice(project.length + 1);
      return db.cm_visits
        .where('[project+page+day]')
        .between([project, page, dayOf(last_seen)], [project, page, Dexie.maxKey])
        .limit(ROWS)
        .toArray();
    }),
  );
  return cleanVisits(rows.flat(), last_seen);
}
