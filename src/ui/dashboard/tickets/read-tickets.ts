import { TICKET_PRIORITIES, type TicketRow } from '../../../core/rows.ts';
import { hasWords, searchWords, textOfTicket } from '../../../core/search.ts';
import { ticketsOfClient } from '../../../storage/client-queries.ts';
import { ticketsWithWords } from '../../../storage/search.ts';
import { ticketPage, ticketsCalled, type TicketOrder } from '../../../storage/ticket-list.ts';
import { db } from '../../data/database.ts';
import { findNewest, type Found } from '../../data/search-pages.ts';
import { NOBODY, type TicketListFilter } from './ticket-filter.ts';

export interface TicketListRow {
  key: string;
  at: string;
  ticket: TicketRow;
}

/**
 * Words are jumped to by an index, and where the last changed come first status, priority, source and site are; the rest is looked for
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
  const matches = await matcher(filter, order);
  const indexed = await ticketsWithWords(db, searchWords(filter.q));
  if (indexed !== null) {
    const wanted = indexed.filter((ticket) => isIn(order, ticket) && (matches === null || matches(ticket))).map(rowOf);
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
    matches,
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

async function matcher(filter: TicketListFilter, order: TicketOrder): Promise<((ticket: TicketRow) => boolean) | null> {
  const { q, status, priority, source, site, assignee } = filter;
  const client = filter.client.trim().toLowerCase();
  const words = searchWords(q);
  const jumped = order === 'updated' || (status === '' && site === '');
  if (jumped && words.length === 0 && [priority, source, client, assignee].every((value) => value === '')) return null;
  const ofClient = client === '' ? null : await ticketsOfClient(db, client);
  return (ticket) =>
    hasValues(ticket, filter) &&
    (ofClient === null || ofClient.has(ticket.id) || hasWords(ownClient(ticket), [client])) &&
    hasWords(textOfTicket(ticket), words);
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
