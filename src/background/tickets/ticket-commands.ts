import type { CommandContext } from '../../core/commands/changes.ts';
import { parseCommand } from '../../core/commands/command-schema.ts';
import { LOCAL_AUTHOR } from '../../core/history.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { Handlers } from '../../messages/router.ts';
import type { TicketProtocol } from '../../messages/ticket-requests.ts';
import { addAttachment, removeAttachment } from '../../storage/attachments.ts';
import { carryOut, type CommandFailure } from '../../storage/command-apply.ts';
import { createTicket } from '../../storage/create-ticket.ts';
import { carryOutResolution, logCorrections } from '../../storage/error-commands.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import { teamOf } from '../../storage/team.ts';
import { report, type ReportPorts } from './report.ts';

export interface TicketCommandPorts extends ReportPorts {
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
}

/** What people do to tickets and errors. Each may be repeated without harm, and each is one transaction. */
export function createTicketCommands(ports: TicketCommandPorts): Pick<Handlers, keyof TicketProtocol> {
  const { db, now, newId } = ports;

  async function contextOf(id: string, onBehalfOf = ''): Promise<CommandContext> {
    const { settings } = await storedSettings(db);
    const author = (await teamOf(db))?.email ?? (settings.identity.client_email || LOCAL_AUTHOR);
    return { id, now: new Date(now()).toISOString(), author, onBehalfOf, settings };
  }

  return {
    async 'ticket.command'({ id, ticket, command: received, expected = null, author }) {
      const parsed = parseCommand(received);
      if ('reason' in parsed) throw new MessageError('invalid-command', parsed.reason);
      const asked = { ticket, command: parsed.command, expected };
      return accepted(await carryOut(db, asked, await contextOf(id, author)));
    },

    async 'ticket.create'({ type: _type, id, ...asked }) {
      return accepted(await createTicket(db, asked, await contextOf(id)));
    },

    async 'ticket.report'({ type: _type, id, ...told }) {
      return accepted(await report(ports, told, await contextOf(id)));
    },

    async 'attachment.add'({ type: _type, ...asked }) {
      const added = await addAttachment(db, asked, new Date(now()).toISOString());
      if (!added) throw new MessageError('unknown-ticket', asked.ticket);
      return null;
    },

    async 'attachment.remove'({ id }) {
      await removeAttachment(db, id);
      return null;
    },

    async 'error.resolve'({ id = newId(), project, signature, resolved, release = '', note = '' }) {
      const resolution = { resolved, release, note };
      return accepted(await carryOutResolution(db, { project, signature }, resolution, await contextOf(id)));
    },

    async 'corrections.log'({ corrections }) {
      const context = await contextOf('');
      return accepted(await logCorrections(db, corrections, ({ id }) => ({ ...context, id })));
    },
  };
}

function accepted<T extends object>(outcome: T | { failure: CommandFailure }): T {
  if (!('failure' in outcome)) return outcome;
  throw new MessageError(outcome.failure.code, outcome.failure.detail);
}
