import type { TicketRow } from '../../../core/rows.ts';
import { ticketsOfClient } from '../../../storage/client-queries.ts';
import { tickets, ticketsNumbered } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { findNewest, hasWords, searchWords, type Found } from '../../data/search-pages.ts';
import type { TicketListFilter } from './ticket-filter.ts';

export interface TicketListRow {
  key: string;
  at: string;
  ticket: TicketRow;
}

/** Status and site are jumped to by an index; the rest is looked for among the latest tickets. */
export async function findTickets(filter: TicketListFilter, limit: number): Promise<Found<TicketListRow>> {
  const called = await numbered(filter.q);
  if (called.length > 0) return { rows: called.map(listRow), complete: true, stoppedAfter: null };
  const { status, site } = filter;
  const narrowed = { ...(status !== '' && { statut: status }), ...(site !== '' && { project: site }) };
  const found = await findNewest<TicketRow>(
    (count, after) => tickets(db, { ...narrowed, limit: count, ...(after !== undefined && { before: after }) }),
    await matcher(filter),
    limit,
  );
  return { ...found, rows: found.rows.map(listRow) };
}

/** A ticket that is called by its number is found whatever its age, and whatever else is chosen. */
async function numbered(q: string): Promise<TicketRow[]> {
  const number = q.trim().toUpperCase();
  return /^V-[0-9A-Z]+$/u.test(number) ? ticketsNumbered(db, number) : [];
}

async function matcher(filter: TicketListFilter): Promise<((ticket: TicketRow) => boolean) | null> {
  const { q, priority, source } = filter;
  const client = filter.client.trim().toLowerCase();
  const words = searchWords(q);
  if (words.length === 0 && priority === '' && source === '' && client === '') return null;
  const ofClient = client === '' ? null : await ticketsOfClient(db, client);
  return (ticket) =>
    (priority === '' || ticket.priorite === priority) &&
    (source === '' || ticket.source === source) &&
    (ofClient === null || ofClient.has(ticket.id) || hasWords(ownClient(ticket), [client])) &&
    hasWords(searchedText(ticket), words);
}

function ownClient({ client_email, client_id }: TicketRow): string {
  return [client_email, client_id].join(' ');
}

function searchedText(ticket: TicketRow): string {
  const { sujet, metadata } = ticket;
  return [metadata.number, sujet, metadata.assigned_to, ownClient(ticket)].join(' ');
}

function listRow(ticket: TicketRow): TicketListRow {
  return { key: ticket.id, at: ticket.updated_at, ticket };
}
