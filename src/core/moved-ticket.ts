import { changes, type CommandChanges } from './commands/changes.ts';
import type { CountedError } from './counted-ticket.ts';
import type { SignatureState } from './decide-context.ts';
import { newsOfSteps } from './frequency.ts';
import { afterRecurrence, recurrenceEvent } from './monitoring.ts';
import { isLate, type News } from './notification.ts';
import { movedAlias, movedHistory, type Moved } from './redeploy.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';
import type { Settings } from './settings.ts';
import { newsOfCreation, newsOfLate } from './ticket-news.ts';
import { clientLinked, consequences, predatesFix } from './ticket-outcome.ts';
import { earlier } from './times.ts';

/** An error that was only counted until a sweep found it to be an old one, and the ticket of that one. */
export interface MovedError extends CountedError {
  moved: Moved;
  ticket: TicketRow;
  /** Occurrences that the ticket has had without it. */
  counted: number;
  /** Its latest occurrence. */
  latest: ErrorLogRow;
  firstSeen: SignatureState['firstSeen'];
}

/** Leads it to that ticket, which learns of everything that was seen of it: as if its occurrences had come to it one by one. */
export function movedToTicket(
  error: MovedError,
  { monitoringDuration }: Settings['tickets'],
  now: string,
): CommandChanges {
  const { moved, ticket, counted, latest, group, sightings, firstSeen } = error;
  const at = group.last_seen;
  const olderRelease = predatesFix(latest.metadata.release, ticket.metadata.resolved_in, firstSeen);
  const event = recurrenceEvent(ticket, { at, olderRelease }, now, monitoringDuration);
  const after = withFirst(afterRecurrence(ticket, event, at, now, monitoringDuration), group.first_seen);
  const { history, news } = consequences(event, after, latest, now);
  const linked = sightings.flatMap((client) => clientLinked(ticket, client, now));
  return changes({
    tickets: after === ticket ? [] : [after],
    aliases: [movedAlias(moved, latest, now)],
    history: [movedHistory(ticket, moved, latest, now), ...linked, ...history],
    news: [
      ...newsForClients(error, after, now),
      ...news,
      ...newsOfLate(ticket, after, at, now),
      ...newsOfSteps(after, counted, counted + group.count, at),
    ],
  }).changes;
}

function withFirst(ticket: TicketRow, at: string): TicketRow {
  const first_seen = earlier(ticket.metadata.first_seen, at);
  return first_seen === ticket.metadata.first_seen
    ? ticket
    : { ...ticket, metadata: { ...ticket.metadata, first_seen } };
}

/** To whom the ticket is news: who knows of it already is told only if that was too long ago to be told of then. */
function newsForClients({ sightings }: MovedError, ticket: TicketRow, now: string): News[] {
  if (ticket.metadata.snooze !== undefined) return [];
  const known = sightings.filter(({ client_id }) => client_id !== null);
  const told = newsOfCreation(ticket, known);
  return [...told, ...told.filter(({ at }) => !isLate(at, now)).map((news): News => ({ ...news, again: true }))];
}
