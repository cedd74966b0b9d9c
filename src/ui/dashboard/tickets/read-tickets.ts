import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../../../core/rows.ts';
import { tickets } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { findNewest, searchWords, type Found } from '../../data/search-pages.ts';

/** What the list is narrowed to; '' where it is not. */
export interface TicketListFilter {
  q: string;
  status: TicketStatus | '';
}

export interface TicketListRow {
  key: string;
  at: string;
  ticket: TicketRow;
}

export function ticketFilterOf(query: URLSearchParams): TicketListFilter {
  const status = query.get('status');
  return { q: query.get('q') ?? '', status: TICKET_STATUSES.find((known) => known === status) ?? '' };
}

export async function findTickets({ q, status }: TicketListFilter, limit: number): Promise<Found<TicketListRow>> {
  const narrowed = status === '' ? {} : { statut: status };
  const found = await findNewest<TicketRow>(
    (count, after) => tickets(db, { ...narrowed, limit: count, ...(after !== undefined && { before: after }) }),
    searchWords(q),
    ({ sujet, client_email, client_id, metadata }) => [metadata.number, sujet, client_email, client_id].join(' '),
    limit,
  );
  return { ...found, rows: found.rows.map((ticket) => ({ key: ticket.id, at: ticket.updated_at, ticket })) };
}
