import type { TicketFacts } from '../read-ticket.ts';

/** What every question about a ticket is given. */
export interface TicketDialogProps {
  facts: TicketFacts;
  onClose: () => void;
}
