import type { Command } from '../../../../core/commands/command.ts';
import { send } from '../../../../messages/client.ts';

/** Gives a ticket some commands, one after the other. */
export async function runCommands(ticket: string, commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    await send({ type: 'ticket.command', id: crypto.randomUUID(), ticket, command });
  }
}
