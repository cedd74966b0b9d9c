import type { Command } from '../../../core/commands/command.ts';
import type { TicketRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';

export interface BulkOutcome {
  done: number;
  refused: { number: string; error: unknown }[];
}

/** Gives every ticket the same command, one after another; a refusal of one leaves the others alone. */
export async function runForAll(tickets: readonly TicketRow[], command: Command): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: 0, refused: [] };
  for (const ticket of tickets) {
    try {
      const id = crypto.randomUUID();
      const expected = command.op === 'status' ? { expected: ticket.statut } : {};
      await send({ type: 'ticket.command', id, ticket: ticket.id, command, ...expected });
      outcome.done += 1;
    } catch (error) {
      outcome.refused.push({ number: ticket.metadata.number, error });
    }
  }
  return outcome;
}
