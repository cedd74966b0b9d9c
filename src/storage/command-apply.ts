import { applyCommand } from '../core/commands/apply-command.ts';
import type { CommandContext, RefusalCode } from '../core/commands/changes.ts';
import type { Command, CommandRow } from '../core/commands/command.ts';
import type { TicketRow, TicketStatus } from '../core/rows.ts';
import { loadCommandScope } from './command-scope.ts';
import type { VigieDatabase } from './database.ts';
import { changedTables, saveChanges } from './save-changes.ts';
import { noteCommand } from './team-changes.ts';

/** What somebody asks for. */
export interface AskedCommand {
  ticket: string;
  command: Command;
  /** The status that they saw; null when it does not matter. */
  expected: TicketStatus | null;
}

export interface CommandFailure {
  code: RefusalCode | 'unknown-ticket' | 'unknown-error' | 'status-changed';
  detail: string;
}

export type CommandOutcome = { ticket: TicketRow } | { failure: CommandFailure };

/**
 * Carries out one command: the ticket with its history, notifications and mirrors, and the command itself, in one transaction. The
 * answer is the ticket as it is then. A command that was carried out before changes nothing and is answered the same way; a refused one
 * leaves no trace.
 */
export function carryOut(db: VigieDatabase, asked: AskedCommand, context: CommandContext): Promise<CommandOutcome> {
  return db.transaction('rw', changedTables(db), async () => {
    const { ticket: id, command, expected } = asked;
    const ticket = await db.cm_support_tickets.get(id);
    if (!ticket) return failed('unknown-ticket', id);
    if (await db.cm_commands.get(context.id)) return { ticket };
    if (expected !== null && expected !== ticket.statut) return failed('status-changed', ticket.statut);
    const result = applyCommand(await loadCommandScope(db, ticket, command), command, context);
    if ('refusal' in result) return { failure: result.refusal };
    await noteCommand(db, context.id);
    await saveChanges(db, result.changes, context.now);
    await db.cm_commands.add(commandRow(asked, context));
    return { ticket: (await db.cm_support_tickets.get(id)) ?? ticket };
  });
}

function failed(code: CommandFailure['code'], detail: string): CommandOutcome {
  return { failure: { code, detail } };
}

function commandRow({ ticket, command, expected }: AskedCommand, context: CommandContext): CommandRow {
  const { op, ...rest } = command;
  const { id, author, onBehalfOf, now } = context;
  return {
    id,
    ticket_id: ticket,
    operation: op,
    arguments: onBehalfOf === '' ? rest : { ...rest, on_behalf_of: onBehalfOf },
    expected_status: expected,
    author,
    created_at: now,
  };
}
