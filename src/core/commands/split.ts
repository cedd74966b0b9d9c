import { splitAlias } from '../alias.ts';
import { groupTicket } from '../group-ticket.ts';
import type { GroupRow } from '../group.ts';
import { systemHistory } from '../history.ts';
import type { ErrorLogRow, TicketRow } from '../rows.ts';
import { watchedAnew } from '../settle.ts';
import type { AliasRow } from '../signature-rows.ts';
import { unresolvedState } from '../signature-state.ts';
import { automaticTicketId } from '../ticket.ts';
import { changes, noted, refused, type CommandContext, type CommandResult, type CommandScope } from './changes.ts';
import type { CommandOf } from './command.ts';
import { seenBy, withOnly, withSeen } from './seen.ts';
import { unmerge } from './unmerge.ts';

/** The alias of a ticket that has this signature; of two projects with the same one, the ticket's own comes first. */
export function aliasToSplit(
  { ticket, aliases }: Pick<CommandScope, 'ticket' | 'aliases'>,
  signature: string,
): AliasRow | null {
  const found = aliases.filter((alias) => alias.signature === signature);
  return found.find(({ project }) => project === ticket.metadata.project) ?? found[0] ?? null;
}

/**
 * Gives a signature a ticket of its own: the one whose id follows from it, on every install. Where a merge brought it, that merge is
 * taken back.
 */
export function split(scope: CommandScope, { signature }: CommandOf<'split'>, context: CommandContext): CommandResult {
  const { ticket, own } = scope;
  const { now } = context;
  const alias = aliasToSplit(scope, signature);
  if (alias === null) return refused('merge-refused', 'no-signature');
  const id = automaticTicketId(alias.project, alias.signature);
  if (id === ticket.id) return refused('merge-refused', 'own-signature');
  if (own?.metadata.merged_into !== undefined) {
    const brought = alias.reason === 'merge' && alias.previous_ticket_id === own.id;
    return brought
      ? unmerge({ ...scope, ticket: own, other: scope }, { op: 'unmerge' }, context)
      : refused('merge-refused', 'part-of-another');
  }
  const group = scope.groups.find((one) => one.project === alias.project && one.signature === signature);
  if (!group) return refused('merge-refused', 'never-seen');
  const left = scope.groups.filter((one) => one !== group);
  const taken = own ? withSeen(own, seenBy([group]), false, context) : newTicket(id, group, scope.evidence, context);
  const states = scope.states.filter((state) => state.project === alias.project && state.signature === signature);
  return changes({
    tickets: [taken, withOnly(ticket, left, context)],
    aliases: [splitAlias(alias, id, now)],
    states: states.filter(({ resolved }) => resolved).map((state) => unresolvedState(state, now)),
    history: [
      ...(own ? [] : [systemHistory(taken, 'created', '1', signature, now)]),
      noted(ticket, 'split', [taken.metadata.number, signature], context),
      noted(taken, 'split', [ticket.metadata.number, signature], context),
    ],
  });
}

/** Watched from now on: it has just been found to be a bug of its own. */
function newTicket(
  id: string,
  group: GroupRow,
  evidence: ErrorLogRow | null,
  { now, settings: { tickets } }: CommandContext,
): TicketRow {
  return watchedAnew(groupTicket(id, group, evidence, tickets, now), tickets.monitoringDuration, now);
}
