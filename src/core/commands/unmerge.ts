import { unmergedAlias } from '../alias.ts';
import type { GroupRow } from '../group.ts';
import type { BeforeMerge, TicketRow } from '../rows.ts';
import { watchedAnew } from '../settle.ts';
import type { AliasRow } from '../signature-rows.ts';
import { changes, noted, refused, type CommandContext, type CommandResult, type CommandScope } from './changes.ts';
import type { CommandOf } from './command.ts';
import { seenBy, withOnly, withSeen } from './seen.ts';

/** Takes a merge back: the ticket gets its signatures again, those of its own parts too, and goes on where it was. */
export function unmerge(scope: CommandScope, _command: CommandOf<'unmerge'>, context: CommandContext): CommandResult {
  const { ticket, other, parts } = scope;
  const { before_merge } = ticket.metadata;
  if (before_merge === undefined || other === null) return refused('merge-refused', 'not-merged');
  const aliases = other.aliases.flatMap((alias) => movedBack(alias, ticket.id, parts, context.now) ?? []);
  const groups = other.groups.filter((group) => isAmong(group, aliases));
  const left = other.groups.filter((group) => !isAmong(group, aliases));
  return changes({
    tickets: [revived(ticket, before_merge, groups, context), withOnly(other.ticket, left, context)],
    aliases,
    history: [
      noted(ticket, 'unmerged', [other.ticket.metadata.number], context),
      noted(other.ticket, 'unmerged', [ticket.metadata.number], context),
    ],
  });
}

function movedBack(alias: AliasRow, ticket: string, parts: readonly string[], now: string): AliasRow | null {
  const { previous_ticket_id } = alias;
  if (previous_ticket_id === ticket) return unmergedAlias(alias, now);
  if (alias.reason !== 'merge' || previous_ticket_id === null || !parts.includes(previous_ticket_id)) return null;
  return { ...alias, ticket_id: ticket, updated_at: now };
}

function isAmong(group: GroupRow, aliases: readonly AliasRow[]): boolean {
  return aliases.some(({ project, signature }) => project === group.project && signature === group.signature);
}

/** The ticket as it was, with what its errors have seen meanwhile; if it was watched, then from now on. */
function revived(
  ticket: TicketRow,
  { statut, closed_at, closed_by, watched }: BeforeMerge,
  groups: readonly GroupRow[],
  context: CommandContext,
): TicketRow {
  const { merged_into: _survivor, before_merge: _past, closed_by: _merger, ...metadata } = ticket.metadata;
  const before: TicketRow = {
    ...ticket,
    statut,
    closed_at,
    updated_at: context.now,
    metadata: { ...metadata, unmerged_at: context.now, ...(closed_by === undefined ? {} : { closed_by }) },
  };
  const { monitoringDuration } = context.settings.tickets;
  return withSeen(
    watched ? watchedAnew(before, monitoringDuration, context.now) : before,
    seenBy(groups),
    false,
    context,
  );
}
