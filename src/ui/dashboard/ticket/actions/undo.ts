import type { Command } from '../../../../core/commands/command.ts';
import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../../../../core/rows.ts';
import { canChange } from '../../../../core/ticket.ts';

/**
 * The commands that take a command back, in their order; none where nothing does (what was said cannot be unsaid). They are commands like
 * others: the history tells of both.
 *
 * @param before the ticket as it was.
 */
export function undoOf(before: TicketRow, command: Command): Command[] {
  const status = statusAfter(command);
  if (status !== null) return statusesBack(status, before.statut);
  if (command.op === 'merge') return [{ op: 'unmerge' }];
  if (command.op === 'snooze') return [{ op: 'unsnooze' }];
  return factBack(before, command);
}

function statusAfter(command: Command): TicketStatus | null {
  if (command.op === 'status') return command.to;
  if (command.op === 'resolve') return 'resolu';
  return command.op === 'close' ? 'ferme' : null;
}

function factBack({ priorite, categorie, metadata }: TicketRow, command: Command): Command[] {
  if (command.op === 'priority') return command.to === priorite ? [] : [{ op: 'priority', to: priorite }];
  if (command.op === 'category') return command.to === categorie ? [] : [{ op: 'category', to: categorie }];
  const assignee = metadata.assigned_to ?? null;
  return command.op === 'assign' && command.to !== assignee ? [{ op: 'assign', to: assignee }] : [];
}

/** The shortest way back along the changes that people may make. */
function statusesBack(from: TicketStatus, to: TicketStatus): Command[] {
  let ways: TicketStatus[][] = [[from]];
  for (let steps = 0; steps < TICKET_STATUSES.length; steps += 1) {
    const arrived = ways.find((way) => way.at(-1) === to);
    if (arrived) return arrived.slice(1).map((status) => ({ op: 'status', to: status }));
    ways = ways.flatMap((way) => onwards(way).map((status) => [...way, status]));
  }
  return [];
}

function onwards(way: readonly TicketStatus[]): TicketStatus[] {
  const last = way.at(-1);
  return TICKET_STATUSES.filter(
    (to) => last !== undefined && canChange(last, to, 'human') === 'allowed' && !way.includes(to),
  );
}
