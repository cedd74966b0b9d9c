import type { TicketMetadata, TicketRow, TicketStatus } from './rows.ts';
import { earlier, later } from './times.ts';

/**
 * What a further occurrence means to the ticket of its signature.
 * - `prolonged`: the ticket is being dealt with; it is watched longer.
 * - `reopened`: it came after the ticket was resolved or closed, so the error is back.
 * - `closure_cancelled`: it arrived late, but shows that a ticket was closed by itself although the error was still there.
 * - `late_evidence`: it arrived late and tells of the time before the resolution, or of too long ago to act upon.
 * - `older_release`: it came from a release that does not have the fix yet, so it proves nothing.
 * - `counted`: it arrived late and tells nothing new.
 */
export type RecurrenceEvent =
  | 'prolonged'
  | 'reopened'
  | 'closure_cancelled'
  | 'late_evidence'
  | 'older_release'
  | 'counted';

/** An occurrence, as far as its ticket is concerned. */
export interface Recurrence {
  /** Its own time, never that of its arrival: deliveries are late whenever a browser was offline. */
  at: string;
  /** Whether its release is older than the one that the ticket was resolved in. */
  olderRelease?: boolean;
}

/** When the watch of a ticket ends that was last seen then. Durations in milliseconds, times in ISO 8601. */
export function monitoringUntil(lastSeen: string, duration: number): string {
  return new Date(Date.parse(lastSeen) + duration).toISOString();
}

/** When the watch of such a ticket ends; null when it knows of nothing that could come back. */
export function watchedUntil(
  { last_seen, watched_from }: Pick<TicketMetadata, 'last_seen' | 'watched_from'>,
  duration: number,
): string | null {
  const since = later(last_seen, watched_from ?? null);
  return since === null ? null : monitoringUntil(since, duration);
}

export function recurrenceEvent(
  ticket: TicketRow,
  { at, olderRelease = false }: Recurrence,
  now: string,
  duration: number,
): RecurrenceEvent {
  if (!isSettled(ticket.statut)) return 'prolonged';
  const { last_seen } = ticket.metadata;
  const known = last_seen !== null && at <= last_seen;
  if (olderRelease) return known ? 'counted' : 'older_release';
  if (at > settledAt(ticket)) return 'reopened';
  if (known) return 'counted';
  const young = Date.parse(now) - Date.parse(at) < duration;
  // A person who resolves answers for what happened until then; the alarm that closes only knew of silence.
  return young && !settledByPerson(ticket) ? 'closure_cancelled' : 'late_evidence';
}

/** The ticket after that occurrence; the very same object when nothing about it changes. */
export function afterRecurrence(
  ticket: TicketRow,
  event: RecurrenceEvent,
  at: string,
  now: string,
  duration: number,
): TicketRow {
  const { first_seen, last_seen } = ticket.metadata;
  const seen = { first_seen: earlier(first_seen, at) ?? at, last_seen: later(last_seen, at) ?? at };
  if (event === 'reopened' || event === 'closure_cancelled') return reopened(ticket, seen, now, duration);
  const { awaiting_visit, ...metadata } = ticket.metadata;
  const watched = event === 'prolonged' || isWatched(ticket.metadata);
  // A snoozed ticket closes by nothing, whatever is seen.
  const quiet = !watched || metadata.snooze !== undefined;
  const monitoring_until = quiet ? null : watchedUntil({ ...metadata, ...seen }, duration);
  const known = seen.first_seen === first_seen && seen.last_seen === last_seen;
  // What was seen before the last occurrence is no reason not to wait for a visit after it.
  if (known && (awaiting_visit || monitoring_until === metadata.monitoring_until)) return ticket;
  return { ...ticket, updated_at: now, metadata: { ...metadata, ...seen, monitoring_until } };
}

function isWatched({ monitoring_until, awaiting_visit }: TicketMetadata): boolean {
  return monitoring_until !== null || awaiting_visit === true;
}

function reopened(
  ticket: TicketRow,
  seen: { first_seen: string; last_seen: string },
  now: string,
  duration: number,
): TicketRow {
  const opened = openedTicket(ticket, now);
  const monitoring_until = watchedUntil({ ...opened.metadata, ...seen }, duration);
  const reopened_after = settledAt(ticket);
  return { ...opened, metadata: { ...opened.metadata, ...seen, monitoring_until, reopened_after } };
}

/** Open again: the next episode, without anything of the settlement before it. The watch is the caller's to begin. */
export function openedTicket(ticket: TicketRow, now: string): TicketRow {
  return {
    ...ticket,
    statut: 'ouvert',
    resolution: null,
    closed_at: null,
    updated_at: now,
    metadata: { ...unsettled(ticket.metadata), episode: ticket.metadata.episode + 1 },
  };
}

function unsettled(metadata: TicketMetadata): TicketMetadata {
  const {
    resolved_at: _resolved,
    resolved_in: _release,
    closed_by: _closer,
    snooze: _snooze,
    awaiting_visit: _waited,
    reopened_after: _former,
    ...rest
  } = metadata;
  return rest;
}

/** Whether nobody has to deal with it any more, unless its error comes back. */
export function isSettled(statut: TicketStatus): boolean {
  return statut === 'resolu' || statut === 'ferme';
}

function settledByPerson(ticket: TicketRow): boolean {
  const { resolved_at, closed_by } = ticket.metadata;
  return ticket.statut === 'resolu' || resolved_at !== undefined || closed_by === 'person';
}

/** A ticket resolved and later closed counts from its resolution. */
function settledAt(ticket: TicketRow): string {
  return ticket.metadata.resolved_at ?? ticket.closed_at ?? ticket.updated_at;
}
