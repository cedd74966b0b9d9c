import { changes, noted, refused, type CommandContext, type CommandResult, type TicketScope } from './changes.ts';
import type { CommandOf } from './command.ts';

/** Sends a text of a person's to everyone who was seen with the ticket's error and can be written to. */
export function notify(
  { ticket, clients }: TicketScope,
  { message }: CommandOf<'notify'>,
  context: CommandContext,
): CommandResult {
  const { id, now } = context;
  const everyone = [...clients, { client_id: ticket.client_id, client_email: ticket.client_email }];
  const reachable = everyone.filter(({ client_email }) => client_email !== null);
  if (reachable.length === 0) return refused('no-recipient', ticket.id);
  return changes({
    tickets: [{ ...ticket, updated_at: now }],
    history: [noted(ticket, 'notified', [message], context)],
    news: [{ event: 'notify', at: now, about: id, message, ticket, clients: reachable }],
  });
}
