import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../core/rows.ts';
import { canChange } from '../core/ticket.ts';
import { MessageError } from '../messages/message-error.ts';
import type { RequestOf } from '../messages/protocol.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { vocabulary } from '../platform/texts/vocabulary.ts';
import { CommandError } from './command-error.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

export interface CommandPorts extends Pick<Surroundings, 'send' | 'newId'> {
  speaker: Speaker;
}

export type TicketCommand = RequestOf<'ticket.command'>['command'];

/** What a ticket's command may carry beside the command itself. */
export type CommandOptions = Pick<RequestOf<'ticket.command'>, 'expected' | 'author'>;

/**
 * Has the background change a ticket, and returns it as changed.
 *
 * @throws CommandError that says why it was refused and what is possible.
 */
export async function changeTicket(
  { send, newId, speaker }: CommandPorts,
  ticket: TicketRow,
  command: TicketCommand,
  options: CommandOptions = {},
): Promise<TicketRow> {
  try {
    const answer = await send({ type: 'ticket.command', id: newId(), ticket: ticket.id, command, ...options });
    return answer.ticket;
  } catch (error) {
    const refusal = error instanceof CommandError ? error.cause : undefined;
    if (refusal instanceof MessageError && refusal.code === 'transition-refused' && command.op === 'status') {
      throw impossible(speaker, ticket.statut, command.to);
    }
    throw error;
  }
}

/** @throws CommandError that lists the statuses there are. */
export function statusNamed(speaker: Speaker, given: unknown): TicketStatus {
  const status = TICKET_STATUSES.find((known) => known === given);
  if (status !== undefined) return status;
  throw speaker.refusal(consoleTexts.refused.noStatus, { status: named(given), list: TICKET_STATUSES.join(', ') });
}

function impossible(speaker: Speaker, from: TicketStatus, to: TicketStatus): CommandError {
  const { t, list } = speaker.translator();
  const possible = TICKET_STATUSES.filter((status) => canChange(from, status, 'human') === 'allowed');
  return speaker.refusal(consoleTexts.refused.transition, {
    from: t(vocabulary.status[from]),
    to: t(vocabulary.status[to]),
    list: list(possible),
  });
}
