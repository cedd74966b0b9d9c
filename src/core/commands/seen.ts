import type { GroupRow } from '../group.ts';
import { afterRecurrence, recurrenceEvent, watchedUntil } from '../monitoring.ts';
import type { TicketMetadata, TicketRow } from '../rows.ts';
import { earlier, later } from '../times.ts';
import type { CommandContext } from './changes.ts';

/** When the errors of a ticket were seen, and what they are. */
type Seen = Pick<TicketMetadata, 'error_type' | 'first_seen' | 'last_seen'>;

/** What these groups have seen together; all null for none. */
export function seenBy(groups: readonly GroupRow[]): Seen {
  const nothing: Seen = { error_type: null, first_seen: null, last_seen: null };
  return groups.reduce(
    (seen, { error_type, first_seen, last_seen }): Seen => ({
      error_type: seen.error_type ?? error_type,
      first_seen: earlier(seen.first_seen, first_seen),
      last_seen: later(seen.last_seen, last_seen),
    }),
    nothing,
  );
}

/**
 * A ticket with what errors have seen that it takes over. Had they come to it by themselves, what was seen after its settlement would
 * have opened it again; so it does, unless they are `settled` too.
 */
export function withSeen(ticket: TicketRow, seen: Seen, settled: boolean, context: CommandContext): TicketRow {
  const { now, settings } = context;
  const duration = settings.tickets.monitoringDuration;
  const at = settled ? null : seen.last_seen;
  const back = at !== null && recurrenceEvent(ticket, { at }, now, duration) === 'reopened';
  const after = back ? afterRecurrence(ticket, 'reopened', at, now, duration) : ticket;
  const { metadata } = after;
  const both = {
    ...metadata,
    error_type: metadata.error_type ?? seen.error_type,
    first_seen: earlier(metadata.first_seen, seen.first_seen),
    last_seen: later(metadata.last_seen, seen.last_seen),
  };
  // A ticket that knew of no error could not be watched until now.
  const watched = metadata.monitoring_until !== null || (metadata.last_seen === null && after.statut !== 'ferme');
  return watching({ ...after, updated_at: now, metadata: both }, watched, duration);
}

/** A ticket that has only the errors of these groups left. Its own words and its own error's kind stay. */
export function withOnly(ticket: TicketRow, groups: readonly GroupRow[], context: CommandContext): TicketRow {
  const { now, settings } = context;
  const { metadata } = ticket;
  const { error_type, ...seen } = seenBy(groups);
  const own = ticket.error_signature !== null;
  const left = {
    ...metadata,
    error_type: own ? metadata.error_type : error_type,
    ...(own && groups.length === 0 ? {} : seen),
  };
  const watched = metadata.monitoring_until !== null;
  return watching({ ...ticket, updated_at: now, metadata: left }, watched, settings.tickets.monitoringDuration);
}

function watching(ticket: TicketRow, watched: boolean, duration: number): TicketRow {
  const { metadata } = ticket;
  const quiet = !watched || metadata.snooze !== undefined;
  return { ...ticket, metadata: { ...metadata, monitoring_until: quiet ? null : watchedUntil(metadata, duration) } };
}
