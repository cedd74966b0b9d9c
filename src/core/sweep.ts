import type { CleanVisits } from './clean-visits.ts';
import { systemHistory } from './history.ts';
import { monitoringUntil, watchedUntil } from './monitoring.ts';
import type { HistoryRow, Snooze, TicketRow, TicketStatus } from './rows.ts';
import type { Settings } from './settings.ts';
import { closingByThemselves } from './ticket.ts';
import { earlier } from './times.ts';

/*
 * What the sweep does with one ticket. Everything it decides follows from the stored ticket, so that a sweep killed anywhere and run
 * again ends in the same rows: what was closed is not due any more, and the ids of what is noted come from ticket and episode.
 *
 *   watched ──(due, no visit yet and one is required)──► awaiting a visit ──(visit)──► watched
 *      │ ▲
 *      │ └──(an occurrence; settings that watch longer)
 *      ├──(due)────► closed
 *      └──(snoozed)► not watched ──(the snooze ends)──► watched from then on
 */

/** What the closing rests on. */
export interface Evidence {
  last_seen: string;
  /** How long nothing was seen, in milliseconds. */
  silence: number;
  visits: CleanVisits;
}

export interface SweepContext {
  tickets: Settings['tickets'];
  /** ISO 8601. */
  now: string;
  /** The resolution in a language of people. */
  words: (evidence: Evidence) => string;
}

export interface Swept {
  ticket: TicketRow;
  history: HistoryRow[];
  closed: boolean;
}

/** Statuses whose tickets the sweep closes. */
export function sweptStatuses({ closeStatuses }: Settings['tickets']): TicketStatus[] {
  return closingByThemselves(closeStatuses);
}

/**
 * A ticket whose `monitoring_until` has come. Never returns it as it was: whatever is not closed has a later watch or none, so that no
 * sweep reads it again for nothing.
 */
export function sweepDue(ticket: TicketRow, visits: CleanVisits, context: SweepContext): Swept {
  const { tickets, now } = context;
  const { last_seen, snooze } = ticket.metadata;
  const until = watchedUntil(ticket.metadata, tickets.monitoringDuration);
  if (until === null || last_seen === null || snooze || ticket.statut === 'ferme')
    return unclosed(watched(ticket, null));
  if (until > now) return unclosed(watched(ticket, until));
  if (tickets.requireExposure) {
    if (visits.since === null) return unclosed(awaitingVisit(ticket));
    const exposed = monitoringUntil(visits.since, tickets.monitoringDuration);
    if (exposed > now) return unclosed(watched(ticket, exposed));
  }
  return closed(ticket, { last_seen, silence: Date.parse(now) - Date.parse(last_seen), visits }, context);
}

function unclosed(ticket: TicketRow): Swept {
  return { ticket, history: [], closed: false };
}

function watched(ticket: TicketRow, monitoring_until: string | null): TicketRow {
  return { ...ticket, metadata: { ...ticket.metadata, monitoring_until } };
}

function awaitingVisit(ticket: TicketRow): TicketRow {
  return { ...ticket, metadata: { ...ticket.metadata, monitoring_until: null, awaiting_visit: true } };
}

function closed(ticket: TicketRow, evidence: Evidence, { now, words }: SweepContext): Swept {
  const { awaiting_visit: _waited, ...metadata } = ticket.metadata;
  return {
    ticket: {
      ...ticket,
      statut: 'ferme',
      // What a person wrote when resolving it stays; the evidence confirms it.
      resolution: [ticket.resolution ?? '', words(evidence)].filter((text) => text !== '').join('\n\n'),
      closed_at: now,
      updated_at: now,
      metadata: { ...metadata, monitoring_until: null, closed_by: 'system' },
    },
    history: [systemHistory(ticket, 'closed', String(metadata.episode), evidence.last_seen, now)],
    closed: true,
  };
}

/** The watch of a ticket that waited for somebody to see its page: from the visit on. Null when it did not wait. */
export function afterVisit(ticket: TicketRow, at: string, duration: number): TicketRow | null {
  const { awaiting_visit, ...metadata } = ticket.metadata;
  if (awaiting_visit !== true) return null;
  return { ...ticket, metadata: { ...metadata, monitoring_until: monitoringUntil(at, duration) } };
}

/**
 * How long the silence has lasted is not known any more: the watch begins again. Null when there is none. What a clock that was ahead
 * had seen later than now was seen by now.
 */
export function restarted(ticket: TicketRow, now: string, duration: number): TicketRow | null {
  if (ticket.metadata.monitoring_until === null) return null;
  const { first_seen, last_seen } = ticket.metadata;
  const seen = { first_seen: first_seen && earlier(first_seen, now), last_seen: last_seen && earlier(last_seen, now) };
  const monitoring_until = monitoringUntil(now, duration);
  return { ...ticket, metadata: { ...ticket.metadata, ...seen, watched_from: now, monitoring_until } };
}

/** What has come of a ticket's errors, over all its signatures. */
export interface Totals {
  occurrences: number;
  clients: number;
}

/** Whether one of the conditions that a snooze names is met. @param totals null when they are not at hand. */
export function isSnoozeOver(snooze: Snooze, totals: Totals | null, now: string): boolean {
  if (snooze.until !== undefined && snooze.until <= now) return true;
  if (totals === null) return false;
  const { occurrences, clients, from_occurrences, from_clients } = snooze;
  if (occurrences !== undefined && totals.occurrences - from_occurrences >= occurrences) return true;
  return clients !== undefined && totals.clients - from_clients >= clients;
}

/** A snoozed ticket that is to be looked at again: it is watched anew, so that nobody finds it closed who asked to be reminded. */
export function woken(ticket: TicketRow, action: 'unsnoozed' | 'escalated', now: string, duration: number): Swept {
  const { snooze, ...metadata } = ticket.metadata;
  const monitoring_until = metadata.last_seen === null ? null : monitoringUntil(now, duration);
  const open = ticket.statut !== 'ferme';
  return {
    ticket: {
      ...ticket,
      updated_at: now,
      metadata: { ...metadata, ...(open ? { watched_from: now, monitoring_until } : {}) },
    },
    history: snooze ? [systemHistory(ticket, action, snooze.since, snooze.since, now)] : [],
    closed: false,
  };
}
