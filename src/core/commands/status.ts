import type { SignatureStateRow } from '../signature-rows.ts';
import { openedTicket } from '../monitoring.ts';
import type { News } from '../notification.ts';
import { closedTicket, resolvedTicket, watchedAnew } from '../settle.ts';
import { resolvedState, unresolvedState } from '../signature-state.ts';
import { canChange } from '../ticket.ts';
import type { TicketRow, TicketStatus } from '../rows.ts';
import {
  changes,
  noted,
  refused,
  UNCHANGED,
  type CommandContext,
  type CommandResult,
  type Refusal,
  type TicketScope,
} from './changes.ts';
import type { CommandOf } from './command.ts';

/** What a person wants the status to be. */
export function changeStatus(
  scope: TicketScope,
  { to, note = '' }: CommandOf<'status'>,
  context: CommandContext,
): CommandResult {
  const { ticket } = scope;
  const refusal = refusedChange(ticket, to);
  if (refusal) return { refusal };
  if (ticket.statut === to) return UNCHANGED;
  const after = ticketIn(ticket, to, note, context);
  return changes({
    tickets: [after],
    states: statesIn(scope, to, undefined, context.now),
    history: [noted(ticket, 'status', [`${ticket.statut} → ${to}`, note], context)],
    news: newsOf(scope, after, context.now),
  });
}

/** The whole way to `ferme`: what is not resolved yet is resolved first, and its resolution has to be told. */
export function closeTicket(
  scope: TicketScope,
  { resolution }: CommandOf<'close'>,
  context: CommandContext,
): CommandResult {
  const { ticket } = scope;
  const { now, settings } = context;
  if (ticket.statut === 'ferme') return UNCHANGED;
  const resolved = ticket.statut === 'resolu';
  if (!resolved && resolution === '') return refused('invalid-command', 'resolution: missing');
  const settled = resolved ? ticket : resolvedTicket(ticket, undefined, settings.tickets.monitoringDuration, now);
  const after = closedTicket(settled, 'person', resolution === '' ? null : resolution, now);
  const steps = resolved ? [] : [noted(ticket, 'resolved', [resolution], context)];
  return changes({
    tickets: [after],
    states: resolved ? [] : statesIn(scope, 'resolu', undefined, now),
    history: [...steps, noted(ticket, 'closed', [resolution], context)],
    news: newsOf(scope, after, now),
  });
}

/** Resolves the ticket and all its signatures. One that is resolved already can still be told the release that has the fix. */
export function resolveTicket(
  scope: TicketScope,
  { note = '', release = '' }: CommandOf<'resolve'>,
  context: CommandContext,
): CommandResult {
  const { ticket } = scope;
  const fixedIn = release === '' ? undefined : release;
  const again = ticket.statut === 'resolu' && (fixedIn === undefined || ticket.metadata.resolved_in === fixedIn);
  if (again) return UNCHANGED;
  const refusal = refusedChange(ticket, 'resolu');
  if (refusal) return { refusal };
  const { now, settings } = context;
  return changes({
    tickets: [resolvedTicket(ticket, fixedIn, settings.tickets.monitoringDuration, now)],
    states: statesIn(scope, 'resolu', fixedIn, now),
    history: [noted(ticket, 'resolved', [release, note], context)],
  });
}

function refusedChange({ statut }: TicketRow, to: TicketStatus): Refusal | null {
  if (canChange(statut, to, 'human') !== 'refused') return null;
  return { code: 'transition-refused', detail: `${statut} → ${to}` };
}

function ticketIn(ticket: TicketRow, to: TicketStatus, note: string, { now, settings }: CommandContext): TicketRow {
  const { monitoringDuration } = settings.tickets;
  if (to === 'resolu') return resolvedTicket(ticket, undefined, monitoringDuration, now);
  if (to === 'ferme') return closedTicket(ticket, 'person', note === '' ? null : note, now);
  if (to === 'ouvert') return watchedAnew(openedTicket(ticket, now), monitoringDuration, now);
  return { ...ticket, statut: to, updated_at: now };
}

/** A resolved ticket's errors are resolved, and an open one's are not. */
function statesIn(
  { aliases, states }: TicketScope,
  to: TicketStatus,
  release: string | undefined,
  now: string,
): SignatureStateRow[] {
  if (to === 'ouvert') return states.filter(({ resolved }) => resolved).map((state) => unresolvedState(state, now));
  if (to !== 'resolu') return [];
  return aliases.map((alias) => {
    const known = states.find(({ project, signature }) => project === alias.project && signature === alias.signature);
    return resolvedState(known ?? null, alias, release, now);
  });
}

/** Clients are told of the end of it, and when that was not the end. */
function newsOf({ ticket, clients }: TicketScope, after: TicketRow, at: string): News[] {
  if (after.statut === 'ferme') return [{ event: 'closed', at, ticket: after, clients }];
  if (ticket.statut === 'ferme') return [{ event: 'reopened', at, ticket: after, clients }];
  return [];
}
