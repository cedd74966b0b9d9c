import { mergedAlias } from '../alias.ts';
import { isSettled } from '../monitoring.ts';
import type { News } from '../notification.ts';
import type { BeforeMerge, TicketRow } from '../rows.ts';
import {
  changes,
  noted,
  refused,
  type CommandContext,
  type CommandResult,
  type CommandScope,
  type TicketScope,
} from './changes.ts';
import type { CommandOf } from './command.ts';
import { withSeen } from './seen.ts';

/*
 * A merge moves aliases and nothing else: sightings, clients and later occurrences follow them. The merged ticket stays as a signpost,
 * with its own history, and remembers what it was.
 *
 *     before          merge(A into B)         unmerge(A)
 *     a ──► A         a ──► B   A ──► B       a ──► A
 *     b ──► B         b ──► B                 b ──► B
 */

/** Makes the ticket part of the `other` one, which is where that one's own merges end. */
export function merge(scope: CommandScope, _command: CommandOf<'merge'>, context: CommandContext): CommandResult {
  const { ticket, other } = scope;
  if (other === null) return refused('merge-refused', 'unknown-ticket');
  // The other one may be part of this one: both would then lead to each other.
  if (other.ticket.id === ticket.id) return refused('merge-refused', 'itself');
  if (ticket.metadata.merged_into !== undefined) return refused('merge-refused', 'merged');
  const aliases = scope.aliases.map((alias) => mergedAlias(alias, other.ticket.id, context.now));
  const survivor = withSeen(other.ticket, ticket.metadata, isSettled(ticket.statut), context);
  return changes({
    tickets: [signpost(ticket, other.ticket.id, context.now), survivor],
    aliases,
    history: [
      noted(ticket, 'merged', [other.ticket.metadata.number], context),
      noted(other.ticket, 'merged', [ticket.metadata.number], context),
    ],
    news: newsOf(other, survivor, context.now),
  });
}

function signpost(ticket: TicketRow, merged_into: string, now: string): TicketRow {
  const { snooze: _over, watched_from: _begun, closed_by, ...metadata } = ticket.metadata;
  const before_merge: BeforeMerge = {
    statut: ticket.statut,
    closed_at: ticket.closed_at,
    ...(closed_by === undefined ? {} : { closed_by }),
    watched: metadata.monitoring_until !== null,
  };
  return {
    ...ticket,
    statut: 'ferme',
    closed_at: now,
    updated_at: now,
    metadata: { ...metadata, monitoring_until: null, closed_by: 'person', merged_into, before_merge },
  };
}

/** Its clients hear of a survivor that opens again. */
function newsOf({ ticket, clients }: TicketScope, survivor: TicketRow, at: string): News[] {
  if (survivor.metadata.episode === ticket.metadata.episode) return [];
  return [{ event: 'reopened', at, ticket: survivor, clients }];
}
