import { Dexie } from 'dexie';
import { clientOf, type Account } from '../core/client.ts';
import type { TicketRow, TicketStatus } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

const OPEN: readonly TicketStatus[] = ['ouvert', 'en_cours', 'en_attente_client'];
/** Tickets of each status that are looked at, the last changed: one's own are among them or forgotten. */
const LATEST = 60;

/**
 * The open tickets that are a person's own, last changed first: assigned to them, opened for them, or of an error that they met.
 *
 * @param name how they are named on tickets. @param account who they are as a client.
 */
export async function openTicketsOf(db: VigieDatabase, name: string, account: Account): Promise<TicketRow[]> {
  const pages = await Promise.all(OPEN.map((status) => latestOf(db, status)));
  const tickets = pages.flat();
  const met = await metBy(db, tickets, account);
  const own = tickets.filter(
    (ticket) => ticket.metadata.assigned_to === name || isFor(ticket, account) || met.has(ticket.id),
  );
  return own.toSorted((a, b) => (a.updated_at < b.updated_at ? 1 : -1));
}

function latestOf(db: VigieDatabase, status: TicketStatus): Promise<TicketRow[]> {
  const range = db.cm_support_tickets
    .where('[statut+updated_at+id]')
    .between([status, Dexie.minKey], [status, Dexie.maxKey]);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  return range.reverse().limit(LATEST).toArray();
}

function isFor({ client_id, client_email, metadata }: TicketRow, account: Account): boolean {
  const { client_id: id, client_email: email } = clientOf(account, metadata.project ?? '');
  return (id !== null && client_id === id) || (email !== null && client_email === email);
}

/** Ids of those whose error the person met. */
async function metBy(db: VigieDatabase, tickets: readonly TicketRow[], account: Account): Promise<Set<string>> {
  const keys = tickets.flatMap(({ id, error_signature: signature, metadata: { project } }) => {
    const client = clientOf(account, project ?? '').client_id;
    return signature === null || project === null || client === null ? [] : [{ id, key: [project, signature, client] }];
  });
  const seen = await db.cm_error_sightings
    .where('[project+signature+client_id]')
    .anyOf(keys.map(({ key }) => key))
    .toArray();
  const met = new Set(seen.map((row) => [row.project, row.signature, row.client_id].join(' ')));
  return new Set(keys.flatMap(({ id, key }) => (met.has(key.join(' ')) ? [id] : [])));
}
