import type { Client } from './client.ts';
import type { DecideContext, SignatureState } from './decide-context.ts';
import type { GroupRow } from './group.ts';
import { systemHistory } from './history.ts';
import { afterRecurrence, recurrenceEvent, type RecurrenceEvent } from './monitoring.ts';
import type { News } from './notification.ts';
import { isOlderRelease } from './release-order.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from './rows.ts';
import { newsForClient, newsOfCreation, newsOfLate, newsOfReturn } from './ticket-news.ts';
import { automaticTicket, automaticTicketId, withEvidence } from './ticket.ts';

/** What an occurrence comes to for its ticket. */
export interface Outcome {
  ticketId: string | null;
  ticket: TicketRow | null;
  history: HistoryRow[];
  news: News[];
  /** Whether a resolved error is shown to be back. */
  back: boolean;
}

/** The occurrence and the group that includes it. */
interface Step {
  occurrence: ErrorLogRow;
  group: GroupRow;
}

/** The ticket of an occurrence after it: a new one, the one it has, or none. */
export function ticketOutcome(state: SignatureState, step: Step, context: DecideContext): Outcome {
  if (state.ticket) return recurrence(state, state.ticket, step, context);
  const { occurrence, group } = step;
  const { project, signature } = group;
  const back = isBack(state, occurrence);
  // An alias whose ticket is not here yet has been decided elsewhere: the ticket takes the id that it names.
  if (!isDue(state, group, context, back) && state.ticketId === null) {
    return { ticketId: null, ticket: null, history: [], news: [], back };
  }
  const id = state.ticketId ?? automaticTicketId(project, signature);
  const { first } = state;
  const evidence = first && group.first_error_id === first.id ? first : occurrence;
  const ticket = automaticTicket(id, evidence, group, context.settings.tickets, context.now);
  const clients = [...state.clients, { ...occurrence.metadata, last_seen: occurrence.timestamp }];
  const history = [
    systemHistory(ticket, 'created', '1', signature, context.now),
    ...clients.flatMap((client) => clientLinked(ticket, client, context.now)),
  ];
  return { ticketId: id, ticket, history, news: newsOfCreation(ticket, clients), back };
}

/** Without a ticket it is only its own resolution that an occurrence can be later than. */
function isBack({ decided, group, firstSeen }: SignatureState, { timestamp, metadata }: ErrorLogRow): boolean {
  if (predatesFix(metadata.release, decided?.resolved_in ?? undefined, firstSeen)) return false;
  return timestamp > (decided?.resolved_at ?? group?.last_seen ?? '');
}

/** Whether an occurrence is of a release that cannot have the fix yet. */
export function predatesFix(
  release: string | undefined,
  fixedIn: string | undefined,
  firstSeen: SignatureState['firstSeen'],
): boolean {
  return release !== undefined && fixedIn !== undefined && isOlderRelease(release, fixedIn, firstSeen);
}

export function isResolved({ group, decided }: SignatureState): boolean {
  return decided?.resolved ?? group?.resolved ?? false;
}

/** Whether the signature gets its ticket now. What people ignore gets none, nor what they resolved until it is back. */
function isDue(state: SignatureState, group: GroupRow, { settings }: DecideContext, back: boolean): boolean {
  if (state.waits || state.decided?.ignored === true || (isResolved(state) && !back)) return false;
  return group.ticketing && group.count >= settings.tickets.threshold;
}

function recurrence(state: SignatureState, ticket: TicketRow, step: Step, { settings, now }: DecideContext): Outcome {
  const { occurrence, group } = step;
  const at = occurrence.timestamp;
  const duration = settings.tickets.monitoringDuration;
  const olderRelease = predatesFix(occurrence.metadata.release, ticket.metadata.resolved_in, state.firstSeen);
  const event = recurrenceEvent(ticket, { at, olderRelease }, now, duration);
  let next = afterRecurrence(ticket, event, at, now, duration);
  const tellsTheTicket = ticket.source === 'auto_detection' && ticket.error_signature === group.signature;
  const earliest = group.first_error_id === occurrence.id && at <= (ticket.metadata.first_seen ?? at);
  if (tellsTheTicket && earliest) next = withEvidence(next, occurrence, now);
  const linked = state.sighting ? [] : clientLinked(ticket, occurrence.metadata, now);
  const { news, history, back } = consequences(event, next, occurrence, now);
  return {
    ticketId: ticket.id,
    ticket: next,
    history: [...linked, ...history],
    news: [...newsForClient(state, next, occurrence, now), ...news, ...newsOfLate(ticket, next, at, now)],
    back,
  };
}

/** What an event means beyond the ticket itself. `ticket` is the one after it. */
export function consequences(
  event: RecurrenceEvent,
  ticket: TicketRow,
  { timestamp: at, metadata }: ErrorLogRow,
  now: string,
): Pick<Outcome, 'history' | 'news' | 'back'> {
  const episode = String(ticket.metadata.episode);
  if (event === 'prolonged') return { history: [], news: [], back: true };
  if (event === 'counted') return { history: [], news: [], back: false };
  if (event === 'late_evidence' || event === 'older_release') {
    const fact = event === 'late_evidence' ? at : (metadata.release ?? at);
    return { history: [systemHistory(ticket, event, episode, fact, now)], news: [], back: false };
  }
  return {
    history: [systemHistory(ticket, event, episode, at, now)],
    news: [newsOfReturn(ticket, at)],
    back: true,
  };
}

/** Every client is noted once, the first one too, so that the order of deliveries leaves the same entries. */
export function clientLinked(ticket: TicketRow, { client_id, client_email }: Client, now: string): HistoryRow[] {
  if (client_id === null) return [];
  return [systemHistory(ticket, 'client_linked', client_id, client_email ?? client_id, now)];
}
