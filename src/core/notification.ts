import type { Client } from './client.ts';
import { deterministicId } from './ids.ts';
import type { NotificationRow, TicketRow } from './rows.ts';

/** What people are told about a ticket. `escalated`: it happens often, for admins alone. `notify` is a person's own message: `about` tells one from another. */
export type TicketEvent = 'created' | 'reopened' | 'closed' | 'escalated' | 'notify';

/** What happened and when, ISO 8601. */
export interface Happening {
  event: TicketEvent;
  at: string;
  /** Makes two happenings of one event and episode two: the id of a command. */
  about?: string;
  /** What the person wrote. */
  message?: string;
}

/** What clients of a ticket are to be told. */
export interface News extends Happening {
  /** The ticket after it. */
  ticket: TicketRow;
  /** Null: everyone who was seen with one of its errors. */
  clients: readonly Client[] | null;
  /** Of everyone, those who saw one by then; ISO 8601. */
  seenBy?: string;
  /** It may have been told before, but as too old to be sent: this one is not. */
  again?: true;
}

/** Joining a team, importing or a late delivery must not mail anybody about what is long past, in milliseconds. */
const TOO_OLD = 86_400_000;

/** Whether something that happened then is not worth a message any more. */
export function isLate(at: string, now: string): boolean {
  return Date.parse(now) - Date.parse(at) > TOO_OLD;
}

/**
 * One message to each client with an address, at most once per event and episode, whoever sees it first: the id says so. Two
 * accounts with one address are one person.
 *
 * @param now ISO 8601.
 */
export function notificationsFor(
  { event, at, about = '', message }: Happening,
  ticket: TicketRow,
  clients: readonly Client[],
  now: string,
): NotificationRow[] {
  const recipients = new Set(clients.flatMap(({ client_email }) => client_email ?? []));
  // A client comes to a ticket once, whatever the episode is when that is known.
  const episode = event === 'created' ? 1 : ticket.metadata.episode;
  return [...recipients].map((recipient) => ({
    id: notificationId(ticket.id, about === '' ? event : `${event} ${about}`, episode, recipient),
    ticket_id: ticket.id,
    event,
    episode,
    recipient,
    status: isLate(at, now) ? 'skipped' : 'due',
    ...(message !== undefined && { message }),
    created_at: now,
    updated_at: now,
  }));
}

/** Whether two messages tell one person the same. */
export function isSameMessage(one: NotificationRow, other: NotificationRow): boolean {
  return (
    one.recipient === other.recipient &&
    one.event === other.event &&
    one.episode === other.episode &&
    one.message === other.message
  );
}

/** A message once more, because somebody asked for it. @param command of the asking: its id. `now` is ISO 8601. */
export function repeated({ reason: _past, ...first }: NotificationRow, command: string, now: string): NotificationRow {
  const { ticket_id, event, episode, recipient } = first;
  const id = notificationId(ticket_id, `${event} ${command}`, episode, recipient);
  return { ...first, id, status: 'due', created_at: now, updated_at: now };
}

function notificationId(ticket: string, event: string, episode: number, recipient: string): string {
  return deterministicId('notification', ticket, event, String(episode), recipient);
}
