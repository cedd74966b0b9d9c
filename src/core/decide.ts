import { newAlias } from './alias.ts';
import type { DecideContext, SignatureState } from './decide-context.ts';
import { groupWith, type GroupRow } from './group.ts';
import type { News } from './notification.ts';
import { movedAlias, movedHistory } from './redeploy.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from './rows.ts';
import { tally } from './sighting.ts';
import type { AliasRow, SightingRow, SignatureStateRow } from './signature-rows.ts';
import { unresolvedState } from './signature-state.ts';
import { makesTicket } from './ticket.ts';
import { isResolved, ticketOutcome } from './ticket-outcome.ts';

/** What to write. `ticket` and `alias` are null when they stay as they are. */
export interface Changes {
  occurrence: ErrorLogRow;
  sighting: SightingRow;
  group: GroupRow;
  alias: AliasRow | null;
  ticket: TicketRow | null;
  /** Each at most once: an id that is stored already stays as it is. */
  history: HistoryRow[];
  news: News[];
  /** Null when it stays as it is. A resolved error is back: none of its occurrences is resolved any more. */
  decided: SignatureStateRow | null;
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
  const resolved = isResolved(state) && !outcome.back;
  return {
    occurrence: { ...occurrence, resolved },
    sighting,
    group: { ...group, ticket_id: outcome.ticketId, resolved },
    alias: aliasOf(state, occurrence, outcome.ticketId, now),
    ticket: outcome.ticket === state.ticket ? null : outcome.ticket,
    history: [...broughtHere(state, occurrence, now), ...outcome.history],
    news: outcome.news,
    decided: state.decided?.resolved === true && outcome.back ? unresolvedState(state.decided, now) : null,
  };
}

/** The alias to store: none where there is one, or still no ticket. */
function aliasOf(
  { moved, ticketId: known }: SignatureState,
  occurrence: ErrorLogRow,
  ticketId: string | null,
  now: string,
): AliasRow | null {
  if (moved) return movedAlias(moved, occurrence, now);
  const { project, signature } = occurrence.metadata;
  return ticketId === null || known !== null ? null : newAlias(project, signature, ticketId, now);
}

function broughtHere({ moved, ticket }: SignatureState, occurrence: ErrorLogRow, now: string): HistoryRow[] {
  return moved && ticket ? [movedHistory(ticket, moved, occurrence, now)] : [];
}
