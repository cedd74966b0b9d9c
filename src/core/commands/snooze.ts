import type { Snooze } from '../rows.ts';
import { watchedAnew } from '../settle.ts';
import {
  changes,
  noted,
  refused,
  UNCHANGED,
  type CommandContext,
  type CommandResult,
  type TicketScope,
} from './changes.ts';
import type { CommandOf } from './command.ts';

/** Quiet from now on; a snooze that is already there gives way to the new one. */
export function snooze(
  scope: TicketScope,
  { until, occurrences, clients }: CommandOf<'snooze'>,
  context: CommandContext,
): CommandResult {
  const { ticket } = scope;
  const { now } = context;
  if (ticket.statut === 'resolu' || ticket.statut === 'ferme') return refused('invalid-command', 'snooze: settled');
  if (until === undefined && occurrences === undefined && clients === undefined) {
    return refused('invalid-command', 'snooze: without end');
  }
  if (until !== undefined && until <= now) return refused('invalid-command', 'until: past');
  const quiet: Snooze = {
    since: now,
    ...(until === undefined ? {} : { until }),
    ...(occurrences === undefined ? {} : { occurrences }),
    ...(clients === undefined ? {} : { clients }),
    from_occurrences: scope.groups.reduce((sum, { count }) => sum + count, 0),
    from_clients: scope.clients.length,
  };
  return changes({
    // It closes by nothing, so there is nothing to watch for.
    tickets: [{ ...ticket, updated_at: now, metadata: { ...ticket.metadata, snooze: quiet, monitoring_until: null } }],
    history: [noted(ticket, 'snoozed', [conditions(quiet)], context)],
  });
}

export function unsnooze(
  { ticket }: TicketScope,
  _command: CommandOf<'unsnooze'>,
  context: CommandContext,
): CommandResult {
  const { snooze: quiet, ...metadata } = ticket.metadata;
  if (quiet === undefined) return UNCHANGED;
  const { now, settings } = context;
  return changes({
    tickets: [watchedAnew({ ...ticket, updated_at: now, metadata }, settings.tickets.monitoringDuration, now)],
    history: [noted(ticket, 'unsnoozed', [], context)],
  });
}

/** In no language: "occurrences" and "clients" are the same word in both. */
function conditions({ until, occurrences, clients }: Snooze): string {
  const parts = [
    until ?? '',
    occurrences === undefined ? '' : `+${occurrences} occurrences`,
    clients === undefined ? '' : `+${clients} clients`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
