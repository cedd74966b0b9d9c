import { watchedUntil } from './monitoring.ts';
import type { TicketRow } from './rows.ts';

/*
 * What becomes of a ticket that is resolved, closed or watched again, whoever does it. Whether it may be is the business of
 * `canChange`.
 */

/**
 * Resolved: quiet by itself, so a snooze is over, and watched. The time of an earlier resolution stays.
 *
 * @param release the one that has the fix.
 */
export function resolvedTicket(
  ticket: TicketRow,
  release: string | undefined,
  duration: number,
  now: string,
): TicketRow {
  const { snooze: _over, awaiting_visit: _waited, ...metadata } = ticket.metadata;
  return {
    ...ticket,
    statut: 'resolu',
    updated_at: now,
    metadata: {
      ...metadata,
      resolved_at: metadata.resolved_at ?? now,
      ...(release === undefined ? {} : { resolved_in: release }),
      monitoring_until: watchedUntil(metadata, duration),
    },
  };
}

/** Closed: no longer watched. A resolution that is there already stays unless there is a new one. */
export function closedTicket(
  ticket: TicketRow,
  by: 'system' | 'person',
  resolution: string | null,
  now: string,
): TicketRow {
  const { snooze: _over, awaiting_visit: _waited, ...metadata } = ticket.metadata;
  return {
    ...ticket,
    statut: 'ferme',
    resolution: resolution ?? ticket.resolution,
    closed_at: now,
    updated_at: now,
    metadata: { ...metadata, monitoring_until: null, closed_by: by },
  };
}

/** The ticket watched from now on, as if its error had just been seen; a ticket without an error is not watched. */
export function watchedAnew(ticket: TicketRow, duration: number, now: string): TicketRow {
  if (ticket.metadata.last_seen === null) return ticket;
  const metadata = { ...ticket.metadata, watched_from: now };
  return { ...ticket, metadata: { ...metadata, monitoring_until: watchedUntil(metadata, duration) } };
}
