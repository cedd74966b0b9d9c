import { Dexie } from 'dexie';
import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../core/rows.ts';
import type { GroupRow } from '../core/group.ts';
import type { SignatureStateRow } from '../core/signature-rows.ts';
import { signatureStateId } from '../core/signature-state.ts';
import type { VigieDatabase } from './database.ts';
import { ticket, ticketsNumbered } from './queries.ts';

/* What the commands of the console ask beside what the screens do. Counting walks a table: for a person's question, not for a live query. */

/** Tickets shown as under watch at once, in each status. */
const WATCHED = 1_000;

const OPEN = TICKET_STATUSES.filter((statut) => statut !== 'ferme');

/** Those under watch; of very many, those whose watch ends first in each status. */
export async function watchedTickets(db: VigieDatabase): Promise<TicketRow[]> {
  const found = await Promise.all(
    OPEN.map((statut) => watchedUntil(db, statut, Dexie.maxKey).limit(WATCHED).toArray()),
  );
  return found.flat();
}

/** Tickets of a status whose watch ends at that time at the latest. */
function watchedUntil(db: VigieDatabase, statut: TicketStatus, until: unknown) {
  return db.cm_support_tickets
    .where('[statut+metadata.monitoring_until]')
    .between([statut, Dexie.minKey], [statut, until], true, true);
}

/** By id, or by the number that people say. */
export async function findTicket(db: VigieDatabase, idOrNumber: string): Promise<TicketRow | undefined> {
  const name = idOrNumber.trim();
  return (await ticket(db, name.toLowerCase())) ?? (await ticketsNumbered(db, name.toUpperCase()))[0];
}

/** The signature's group in each project that has it. */
export async function groupsSigned(db: VigieDatabase, signature: string): Promise<GroupRow[]> {
  const projects = await db.cm_sites.toCollection().primaryKeys();
  const found = await db.groups.bulkGet(projects.map((project) => [project, signature]));
  return found.filter((group) => group !== undefined);
}

/** What people decided about an error; null: nothing. */
export async function decidedAbout(
  db: VigieDatabase,
  { project, signature }: Pick<GroupRow, 'project' | 'signature'>,
): Promise<SignatureStateRow | null> {
  return (await db.cm_signature_states.get(signatureStateId(project, signature))) ?? null;
}

/** Errors, one per signature, that are not marked as resolved: all but those that people decided about. */
export async function countUnresolved(db: VigieDatabase): Promise<number> {
  const decided = await db.cm_signature_states.filter(({ resolved }) => resolved).toArray();
  const groups = await db.groups.bulkGet(
    decided.map(({ project, signature }): [string, string] => [project, signature]),
  );
  return (await db.groups.count()) - groups.filter((group) => group?.resolved === true).length;
}

/** Tickets that no person made. */
export function countAutomatic(db: VigieDatabase): Promise<number> {
  return db.cm_support_tickets
    .where('[source+updated_at+id]')
    .between(['auto_detection', Dexie.minKey], ['auto_detection', Dexie.maxKey])
    .count();
}

/** Errors of kinds that make tickets which were not seen often enough. */
export function countBelow(db: VigieDatabase, threshold: number): Promise<number> {
  return db.groups
    .filter(({ ticket_id, ticketing, count }) => ticket_id === null && ticketing && count < threshold)
    .count();
}

/** Errors that have a ticket. */
export function countWithTicket(db: VigieDatabase): Promise<number> {
  return db.groups.where('ticket_id').above('').count();
}

/** Open tickets of an error that nothing watches and nobody put to rest. */
export function countUnwatched(db: VigieDatabase): Promise<number> {
  return db.cm_support_tickets
    .filter(({ statut, metadata: { last_seen, monitoring_until, snooze, awaiting_visit } }) => {
      return (
        statut !== 'ferme' && last_seen !== null && monitoring_until === null && !snooze && awaiting_visit !== true
      );
    })
    .count();
}

/** Tickets whose watch ended before that time although their status closes by itself. */
export async function countOverdue(
  db: VigieDatabase,
  statuses: readonly TicketStatus[],
  before: string,
): Promise<number> {
  const counts = await Promise.all(statuses.map((statut) => watchedUntil(db, statut, before).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

export function countDueNotifications(db: VigieDatabase): Promise<number> {
  return db.cm_notifications.where('status').anyOf(['due', 'held']).count();
}

/** Whether a table can be read. Its name is the guide's. */
export async function isReadable(db: VigieDatabase, table: string): Promise<boolean> {
  try {
    await db.table(table).limit(1).toArray();
    return true;
  } catch {
    return false;
  }
}
