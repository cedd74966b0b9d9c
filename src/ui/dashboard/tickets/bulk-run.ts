import type { Command } from '../../../core/commands/command.ts';
import type { TicketRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { runCommands } from '../ticket/actions/run-commands.ts';
import { undoOf } from '../ticket/actions/undo.ts';

export interface BulkOutcome {
  done: TicketRow[];
  refused: { number: string; error: unknown }[];
}

/** Gives every ticket the same command, one after another; a refusal of one leaves the others alone. */
export async function runForAll(tickets: readonly TicketRow[], command: Command): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const ticket of tickets) {
    try {
      const id = crypto.randomUUID();
      const expected = command.op === 'status' ? { expected: ticket.statut } : {};
      await send({ type: 'ticket.command', id, ticket: ticket.id, command, ...expected });
      outcome.done.push(ticket);
    } catch (error) {
      outcome.refused.push({ number: ticket.metadata.number, error });
    }
  }
  return outcome;
}

/** Takes a command back from the tickets that have taken it. */
export async function undoForAll(tickets: readonly TicketRow[], command: Command): Promise<void> {
  for (const ticket of tickets) await runCommands(ticket.id, undoOf(ticket, command));
}
