import { aliasId } from '../core/alias.ts';
import type { CommandContext } from '../core/commands/changes.ts';
import type { CommandRow } from '../core/commands/command.ts';
import { ticketForError, ticketOfOneself, type TicketWords } from '../core/commands/create.ts';
import type { TicketRow } from '../core/rows.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { automaticTicketId } from '../core/ticket.ts';
import type { CommandFailure } from './command-apply.ts';
import type { VigieDatabase } from './database.ts';
import { survivorOf } from './merged-tickets.ts';
import { changedTables, saveChanges } from './save-changes.ts';
import { noteCommand } from './team-changes.ts';

/** A ticket that somebody wants: for an error (the id of one of its occurrences), or of a project, or of none. */
export interface AskedTicket extends TicketWords {
  error?: string;
  project?: string;
}

export type CreationOutcome = { ticket: TicketRow; created: boolean } | { failure: CommandFailure };

/**
 * Opens a ticket in one transaction. An error that has a ticket keeps it. Asked again with the same id, the answer is the same and
 * nothing is changed.
 */
export function createTicket(db: VigieDatabase, asked: AskedTicket, context: CommandContext): Promise<CreationOutcome> {
  return db.transaction('rw', changedTables(db), async () => {
    const before = await db.cm_commands.get(context.id);
    const known = before?.ticket_id && (await db.cm_support_tickets.get(before.ticket_id));
    if (before && known) return { ticket: known, created: before.arguments['created'] === true };
    const outcome = await (asked.error === undefined
      ? ofOneself(db, asked, context)
      : forError(db, asked.error, asked, context));
    if ('ticket' in outcome) await db.cm_commands.add(commandRow(outcome, asked, context));
    return outcome;
  });
}

async function ofOneself(db: VigieDatabase, asked: AskedTicket, context: CommandContext): Promise<CreationOutcome> {
  const { sujet = '' } = asked;
  if (sujet === '') return { failure: { code: 'invalid-command', detail: 'sujet: missing' } };
  await noteCommand(db, context.id);
  const { changes } = ticketOfOneself({ ...asked, sujet }, asked.project ?? null, context);
  await saveChanges(db, changes, context.now);
  return written(db, context.id);
}

async function forError(
  db: VigieDatabase,
  errorId: string,
  words: TicketWords,
  context: CommandContext,
): Promise<CreationOutcome> {
  const error = await db.cm_error_logs.get(errorId);
  const group = error && (await db.groups.get([error.metadata.project, error.metadata.signature]));
  if (!group) return { failure: { code: 'unknown-error', detail: errorId } };
  const { project, signature } = group;
  const alias = await db.cm_signature_aliases.get(aliasId(project, signature));
  const id = alias?.ticket_id ?? automaticTicketId(project, signature);
  const existing = alias && (await survivorOf(db, alias.ticket_id));
  await noteCommand(db, context.id);
  if (existing) return { ticket: existing, created: false };
  const [evidence, sightings, decided] = await Promise.all([
    db.cm_error_logs.get(group.first_error_id),
    db.cm_error_sightings.where('[project+signature]').equals([project, signature]).toArray(),
    db.cm_signature_states.get(signatureStateId(project, signature)),
  ]);
  const clients = new Map(sightings.filter(({ client_id }) => client_id !== null).map((row) => [row.client_id, row]));
  const about = { id, group, evidence: evidence ?? null, clients: [...clients.values()], decided: decided ?? null };
  await saveChanges(db, ticketForError(about, words, context).changes, context.now);
  return written(db, id);
}

async function written(db: VigieDatabase, id: string): Promise<CreationOutcome> {
  const ticket = await db.cm_support_tickets.get(id);
  if (!ticket) throw new Error('The ticket that was just written is not there');
  return { ticket, created: true };
}

function commandRow(
  { ticket, created }: { ticket: TicketRow; created: boolean },
  asked: AskedTicket,
  { id, author, now }: CommandContext,
): CommandRow {
  return {
    id,
    ticket_id: ticket.id,
    operation: 'create',
    arguments: { ...asked, created },
    expected_status: null,
    author,
    created_at: now,
  };
}
