import type { SeenClient, SignatureState } from './decide-context.ts';
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

/** A client that is new to the ticket. Nothing is told of a ticket that is to be quiet. */
export function newsForClient(
  { sighting, clientOfTicket }: SignatureState,
  ticket: TicketRow,
  { timestamp: at, metadata }: ErrorLogRow,
  now: string,
): News[] {
  if (metadata.client_id === null || ticket.metadata.snooze !== undefined) return [];
  const told: News = { event: 'created', at, ticket, clients: [metadata] };
  if (!clientOfTicket) return [told];
  return sighting && isLate(sighting.last_seen, now) && !isLate(at, now) ? [{ ...told, again: true }] : [];
}

/** What was known only from long ago until now: that the error was back. */
export function newsOfLate(before: TicketRow, after: TicketRow, at: string, now: string): News[] {
  const { last_seen, episode } = before.metadata;
  const open = episode === after.metadata.episode && after.statut !== 'resolu' && after.statut !== 'ferme';
  if (!open || last_seen === null || !isLate(last_seen, now) || isLate(at, now)) return [];
  return [{ event: 'reopened', at, ticket: after, clients: null, again: true }];
}
