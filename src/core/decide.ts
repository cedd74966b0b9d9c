import { newAlias } from './alias.ts';
import type { Client } from './client.ts';
import { groupWith, type GroupRow } from './group.ts';
import { systemHistory } from './history.ts';
import { afterRecurrence, recurrenceEvent } from './monitoring.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from './rows.ts';
import type { Settings } from './settings.ts';
import { tally } from './sighting.ts';
import type { AliasRow, SightingRow } from './signature-rows.ts';
import { automaticTicket, automaticTicketId, makesTicket, withEvidence } from './ticket.ts';

/** Where and when an occurrence is decided upon. */
export interface DecideContext {
  settings: Settings;
  /** This install and its epoch: whose tally grows. */
  install: string;
  epoch: number;
  /** ISO 8601. */
  now: string;
}

/** What is stored about the signature of an occurrence, and about its client. */
export interface SignatureState {
  group: GroupRow | null;
  /** Own tally of this signature and client. */
  sighting: SightingRow | null;
  /** Whether any install has seen this client with this signature. */
  clientKnown: boolean;
  /** The ticket that the alias names. */
  ticketId: string | null;
  /** That ticket, else the one whose id this signature would give; null when it is not here. */
  ticket: TicketRow | null;
  /** Earliest occurrence and clients so far; needed only where a ticket can be made of earlier occurrences. */
  first: ErrorLogRow | null;
  clients: readonly Client[];
}

/** What to write. `ticket` and `alias` are null when they stay as they are. */
export interface Changes {
  occurrence: ErrorLogRow;
  sighting: SightingRow;
  group: GroupRow;
  alias: AliasRow | null;
  ticket: TicketRow | null;
  /** Each at most once: an id that is stored already stays as it is. */
  history: HistoryRow[];
}

/** The occurrence at the time that counts for it: a clock was ahead, but nothing is seen later than it arrives. */
export function arrived(occurrence: ErrorLogRow, now: string): ErrorLogRow {
  return occurrence.timestamp > now ? { ...occurrence, timestamp: now } : occurrence;
}

/**
 * All that one new occurrence changes. Whatever the order of deliveries, the tallies and the ticket come out alike: counts add up,
 * times are least and greatest ones, and the ticket speaks of the earliest occurrence known.
 *
 * @param occurrence as it `arrived`.
 */
export function decide(state: SignatureState, occurrence: ErrorLogRow, context: DecideContext): Changes {
  const { now, install, epoch } = context;
  const { project, signature, client_id, client_email, count } = occurrence.metadata;
  const at = occurrence.timestamp;
  const key = { install, epoch, project, signature, client_id, client_email };
  const sighting = tally(state.sighting, key, at, count);
  const newClient = client_id !== null && !state.clientKnown;
  const ticketing = makesTicket(occurrence, context.settings.tickets);
  const group = groupWith(state.group, { row: occurrence, newClient, ticketing });
  const outcome = ticketOutcome(state, { occurrence, group }, context);
  const resolved = state.group?.resolved === true && !outcome.back;
  return {
    occurrence: { ...occurrence, resolved },
    sighting,
    group: { ...group, ticket_id: outcome.ticketId, resolved },
    alias:
      outcome.ticketId === null || state.ticketId !== null ? null : newAlias(project, signature, outcome.ticketId, now),
    ticket: outcome.ticket === state.ticket ? null : outcome.ticket,
    history: outcome.history,
  };
}

interface Outcome {
  ticketId: string | null;
  ticket: TicketRow | null;
  history: HistoryRow[];
  /** Whether a resolved error is shown to be back. */
  back: boolean;
}

/** The occurrence and the group that includes it. */
interface Step {
  occurrence: ErrorLogRow;
  group: GroupRow;
}

function ticketOutcome(state: SignatureState, step: Step, context: DecideContext): Outcome {
  if (state.ticket) return recurrence(state, state.ticket, step, context);
  const { occurrence, group } = step;
  const { project, signature } = group;
  const back = occurrence.timestamp > (state.group?.last_seen ?? '');
  const due = group.ticketing && group.count >= context.settings.tickets.threshold;
  // An alias whose ticket is not here yet has been decided elsewhere: the ticket takes the id that it names.
  if (!due && state.ticketId === null) return { ticketId: null, ticket: null, history: [], back };
  const id = state.ticketId ?? automaticTicketId(project, signature);
  const { first } = state;
  const evidence = first && group.first_error_id === first.id ? first : occurrence;
  const ticket = automaticTicket(id, evidence, group, context.settings.tickets, context.now);
  const clients = [...state.clients, occurrence.metadata];
  const history = [
    systemHistory(ticket, 'created', '1', signature, context.now),
    ...clients.flatMap((client) => clientLinked(ticket, client, context.now)),
  ];
  return { ticketId: id, ticket, history, back };
}

function recurrence(state: SignatureState, ticket: TicketRow, step: Step, { settings, now }: DecideContext): Outcome {
  const { occurrence, group } = step;
  const at = occurrence.timestamp;
  const duration = settings.tickets.monitoringDuration;
  const event = recurrenceEvent(ticket, at, now, duration);
  let next = afterRecurrence(ticket, event, at, now, duration);
  const tellsTheTicket = ticket.source === 'auto_detection' && ticket.error_signature === group.signature;
  const earliest = group.first_error_id === occurrence.id && at <= (ticket.metadata.first_seen ?? at);
  if (tellsTheTicket && earliest) next = withEvidence(next, occurrence, now);
  const history = state.sighting ? [] : clientLinked(ticket, occurrence.metadata, now);
  if (event === 'reopened' || event === 'closure_cancelled' || event === 'late_evidence') {
    history.push(systemHistory(ticket, event, String(next.metadata.episode), at, now));
  }
  return { ticketId: ticket.id, ticket: next, history, back: event !== 'late_evidence' && event !== 'counted' };
}

/** Every client is noted once, the first one too, so that the order of deliveries leaves the same entries. */
function clientLinked(ticket: TicketRow, { client_id, client_email }: Client, now: string): HistoryRow[] {
  if (client_id === null) return [];
  return [systemHistory(ticket, 'client_linked', client_id, client_email ?? client_id, now)];
}
