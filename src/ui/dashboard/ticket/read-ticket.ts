import { ticketFacts, type TicketFacts } from '../../../storage/ticket-facts.ts';
import { db } from '../../data/database.ts';

export type { TicketFacts } from '../../../storage/ticket-facts.ts';

/** Everything that the page of one ticket shows. */
export function readTicket(idOrNumber: string): Promise<TicketFacts | null> {
  return ticketFacts(db, idOrNumber);
}
