import { Dexie } from 'dexie';
import type { GroupRow } from '../core/group.ts';
import type { CorrectionRow, NotificationRow, TicketRow } from '../core/rows.ts';
import type { AliasRow } from '../core/signature-rows.ts';
import type { VigieDatabase } from './database.ts';
import { tickets } from './queries.ts';

/* What the page of one ticket reads beside the ticket itself. Bounded, like everything in `queries.ts`. */

const MIN = Dexie.minKey;
const MAX: unknown = Dexie.maxKey;

/** A signature that leads to a ticket, and what was seen of it here. */
export interface SignatureOfTicket {
  alias: AliasRow;
  /** Undefined: no occurrence of it is in this browser. */
  group: GroupRow | undefined;
}

/** Every signature of a ticket, last seen first. */
export async function signaturesOf(db: VigieDatabase, ticketId: string): Promise<SignatureOfTicket[]> {
  const aliases = await db.cm_signature_aliases.where('ticket_id').equals(ticketId).toArray();
  const groups = await db.groups.bulkGet(aliases.map(({ project, signature }) => [project, signature]));
  const found = aliases.map((alias, index) => ({ alias, group: groups[index] }));
  return found.toSorted((a, b) => ((a.group?.last_seen ?? '') < (b.group?.last_seen ?? '') ? 1 : -1));
}

/** Corrections looked through; people write them, so they are few. */
const CORRECTIONS = 500;

/** What was changed to fix any of the ticket's errors, oldest first; of very many corrections the latest are looked through. */
export async function correctionsOfTicket(db: VigieDatabase, { id, error_id }: TicketRow): Promise<CorrectionRow[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  const latest = await db.cm_error_corrections.orderBy('applied_at').reverse().limit(CORRECTIONS).toArray();
  const errors = await db.cm_error_logs.bulkGet(latest.map((row) => row.error_id ?? ''));
  const aliases = await db.cm_signature_aliases.where('ticket_id').equals(id).toArray();
  const own = new Set(aliases.map(({ project, signature }) => `${project} ${signature}`));
  const isOwn = (row: CorrectionRow, index: number) => {
    if (row.error_id !== null && row.error_id === error_id) return true;
    const metadata = errors[index]?.metadata;
    return metadata !== undefined && own.has(`${metadata.project} ${metadata.signature}`);
  };
  return latest.filter(isOwn).toReversed();
}

/** What people were told about a ticket, latest first. */
export function notificationsOf(db: VigieDatabase, ticketId: string, limit = 500): Promise<NotificationRow[]> {
  const range = db.cm_notifications.where('[ticket_id+created_at]').between([ticketId, MIN], [ticketId, MAX]);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  return range.reverse().limit(limit).toArray();
}

/** Tickets that were merged into this one. */
export function mergedInto(db: VigieDatabase, ticketId: string, limit = 100): Promise<TicketRow[]> {
  return db.cm_support_tickets.where('metadata.merged_into').equals(ticketId).limit(limit).toArray();
}

/** Tickets that one may be merged into: others, not merged themselves; those of the same project, last changed first. */
export async function mergeTargets(db: VigieDatabase, ticket: TicketRow, limit = 200): Promise<TicketRow[]> {
  const { project } = ticket.metadata;
  const rows = await tickets(db, { limit, ...(project !== null && { project }) });
  return rows.filter(({ id, metadata }) => id !== ticket.id && metadata.merged_into === undefined);
}
