import { TICKET_PRIORITIES, type TicketRow } from '../../../core/rows.ts';
import { hasWords, searchWords, textOfTicket } from '../../../core/search.ts';
import { clientsLike, ticketsMetAmong, ticketsOfClients, type Clients } from '../../../storage/client-queries.ts';
import { ticketsWithWords } from '../../../storage/search.ts';
import { ticketPage, ticketsCalled, type TicketOrder } from '../../../storage/ticket-list.ts';
import { db } from '../../data/database.ts';
import { findNewest, type Found, type Matching } from '../../data/search-pages.ts';
import { NOBODY, type TicketListFilter } from './ticket-filter.ts';

export interface TicketListRow {
  key: string;
  at: string;
  ticket: TicketRow;
}

/**
 * Words and a client are jumped to by an index, and where the last changed come first status, priority, source and site are; the rest is looked for
 * page by page.
 */
export async function findTickets(
  filter: TicketListFilter,
  order: TicketOrder,
  limit: number,
): Promise<Found<TicketListRow>> {
  const called = await ticketsCalled(db, filter.q);
  const rowOf = (ticket: TicketRow) => ({ key: ticket.id, at: placeIn(order, ticket), ticket });
  if (called.length > 0) return { rows: called.map(rowOf), complete: true, stoppedAfter: null };
  const clients = filter.client.trim() === '' ? null : await clientsLike(db, filter.client);
  const matching = matcher(filter, order, clients);
  const indexed =
    (await ticketsWithWords(db, searchWords(filter.q))) ?? (clients && (await ticketsAbout(filter.client, clients)));
  if (indexed !== null) {
    const likely = indexed.filter((ticket) => isIn(order, ticket));
    const wanted = (matching === null ? likely : await matching(likely)).map(rowOf);
    const rows = wanted.toSorted((a, b) => (`${a.at} ${a.key}` < `${b.at} ${b.key}` ? 1 : -1)).slice(0, limit);
    return { rows, complete: wanted.length <= limit, stoppedAfter: null };
  }
  const { status, site, priority, source } = filter;
  const narrowed = {
    ...(status !== '' && { statut: status }),
    ...(site !== '' && { project: site }),
    ...(priority !== '' && { priorite: priority }),
    ...(source !== '' && { source }),
  };
  const found = await findNewest<TicketRow>(
    (count, after) => ticketPage(db, { ...narrowed, order, limit: count, ...(after !== undefined && { after }) }),
    matching,
    limit,
  );
  return { ...found, rows: found.rows.map(rowOf) };
}

/** By the end of their watch stand only those under watch. */
function isIn(order: TicketOrder, { metadata }: TicketRow): boolean {
  return order !== 'monitoring' || metadata.monitoring_until !== null;
}

/** Later than any time, in milliseconds. */
const END_OF_TIME = 8_640_000_000_000_000;

/** A text that is the greater the further up a ticket stands. */
function placeIn(order: TicketOrder, { created_at, updated_at, priorite, metadata }: TicketRow): string {
  if (order === 'created') return created_at;
  if (order === 'priority') return `${TICKET_PRIORITIES.length - TICKET_PRIORITIES.indexOf(priorite)} ${updated_at}`;
  if (order === 'monitoring') return String(END_OF_TIME - Date.parse(metadata.monitoring_until ?? updated_at));
  return updated_at;
}

/** Tickets that may be a client's: made for them, or of an error that they met. Null where they are too many to be named. */
async function ticketsAbout(client: string, clients: Clients): Promise<TicketRow[] | null> {
  const [own, met] = await Promise.all([ticketsWithWords(db, searchWords(client)), ticketsOfClients(db, clients)]);
  if (own === null || met === null) return null;
  for (const { id } of own) met.delete(id);
  const others = await db.cm_support_tickets.bulkGet([...met]);
  return [...own, ...others.filter((ticket) => ticket !== undefined)];
}

function matcher(filter: TicketListFilter, order: TicketOrder, clients: Clients | null): Matching<TicketRow> | null {
  const { q, status, priority, source, site, assignee } = filter;
  const client = filter.client.trim().toLowerCase();
  const words = searchWords(q);
  const jumped = order === 'updated' || (status === '' && site === '');
  if (jumped && words.length === 0 && [priority, source, client, assignee].every((value) => value === '')) return null;
  return async (tickets) => {
    const likely = tickets.filter((ticket) => hasValues(ticket, filter) && hasWords(textOfTicket(ticket), words));
    if (clients === null) return likely;
    const met = await ticketsMetAmong(db, clients, likely);
    return likely.filter((ticket) => met.has(ticket.id) || hasWords(ownClient(ticket), [client]));
  };
}

function hasValues({ statut, priorite, source, metadata }: TicketRow, filter: TicketListFilter): boolean {
  const assignee = metadata.assigned_to ?? NOBODY;
  const pairs = [
    [filter.status, statut],
    [filter.site, metadata.project],
    [filter.priority, priorite],
    [filter.source, source],
    [filter.assignee, assignee],
  ];
  return pairs.every(([wanted, value]) => wanted === '' || wanted === value);
}

function ownClient({ client_email, client_id }: TicketRow): string {
  return [client_email, client_id].join(' ');
}
