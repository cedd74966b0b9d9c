import type { News } from './notification.ts';
import type { TicketRow } from './rows.ts';

/** Occurrences of a ticket at which admins hear of it again. */
const STEPS = [10, 100, 1_000];

/**
 * That a ticket's error has become frequent, for admins alone: one message for each step that was passed. A ticket that is to be quiet
 * tells nothing.
 *
 * @param before how many occurrences there were, and `after` how many there are.
 * @param at when the last of them happened, ISO 8601.
 */
export function newsOfSteps(ticket: TicketRow, before: number, after: number, at: string): News[] {
  if (ticket.metadata.snooze !== undefined) return [];
  return STEPS.filter((step) => before < step && after >= step).map((step) => ({
    event: 'escalated',
    about: String(step),
    at,
    ticket,
    clients: [],
  }));
}
