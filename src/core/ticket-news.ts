import type { SeenClient, SignatureState } from './decide-context.ts';
import { isSettled } from './monitoring.ts';
import { isLate, type News } from './notification.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';

/*
 * Whom an occurrence is news to. Deliveries come in any order, and what happened too long ago is noted but not sent; so wherever
 * something younger turns up for what was noted that way, it is told `again`.
 */

/** Of a new ticket: each client by the last that it has seen of it. */
export function newsOfCreation(ticket: TicketRow, clients: readonly SeenClient[]): News[] {
  const latest = new Map<string, SeenClient>();
  for (const client of clients) {
    const known = latest.get(client.client_id ?? '');
    if (!known || known.last_seen < client.last_seen) latest.set(client.client_id ?? '', client);
  }
  return [...latest.values()].map((client) => ({ event: 'created', at: client.last_seen, ticket, clients: [client] }));
}

/**
 * What an occurrence is to its client: news, if it is new to the ticket; and that the error is back, if it saw it before that. Nothing
 * is told of a ticket that is to be quiet.
 *
 * @param ticket after the occurrence.
 */
export function newsForClient(
  { sighting, clientOfTicket }: SignatureState,
  ticket: TicketRow,
  { timestamp: at, metadata }: ErrorLogRow,
  now: string,
): News[] {
  const { snooze, reopened_after = '', last_seen } = ticket.metadata;
  if (metadata.client_id === null || snooze !== undefined) return [];
  const told: News = { event: 'created', at, ticket, clients: [metadata] };
  const back = at <= reopened_after && !isSettled(ticket.statut);
  const news: News[] = back ? [{ ...told, event: 'reopened', at: last_seen ?? at }] : [];
  if (!clientOfTicket) return [told, ...news];
  const younger = !isLate(at, now) && (!sighting || isLate(sighting.last_seen, now));
  return younger ? [{ ...told, again: true }, ...news] : news;
}

/** That the error is back: to everyone who saw it before that. */
export function newsOfReturn(ticket: TicketRow, at: string): News {
  return { event: 'reopened', at, ticket, clients: null, seenBy: ticket.metadata.reopened_after ?? at };
}

/** What was known only from long ago until now: that the error was back. */
export function newsOfLate(before: TicketRow, after: TicketRow, at: string, now: string): News[] {
  const { last_seen, episode } = before.metadata;
  const open = episode === after.metadata.episode && !isSettled(after.statut);
  if (!open || last_seen === null || !isLate(last_seen, now) || isLate(at, now)) return [];
  return [{ ...newsOfReturn(after, at), again: true }];
}
