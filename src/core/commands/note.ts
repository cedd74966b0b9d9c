import type { TicketMetadata, TicketRow } from '../rows.ts';
import { changes, noted, UNCHANGED, type CommandContext, type CommandResult, type TicketScope } from './changes.ts';
import type { CommandOf } from './command.ts';

/** Whose work it is. */
export function assign(
  { ticket }: TicketScope,
  { to, note = '' }: CommandOf<'assign'>,
  context: CommandContext,
): CommandResult {
  const { assigned_to, ...rest } = ticket.metadata;
  if ((assigned_to ?? null) === to && note === '') return UNCHANGED;
  const metadata: TicketMetadata = to === null ? rest : { ...rest, assigned_to: to };
  return noting({ ...ticket, metadata }, 'assigned', [to ?? '', note], context);
}

export function comment(
  { ticket }: TicketScope,
  { text }: CommandOf<'comment'>,
  context: CommandContext,
): CommandResult {
  return noting(ticket, 'comment', [text], context);
}

/** An entry in a person's own words: its author tells it from those of the system. */
export function addHistory(
  { ticket }: TicketScope,
  { action, description }: CommandOf<'history'>,
  context: CommandContext,
): CommandResult {
  return noting(ticket, action, [description], context);
}

export function setPriority(
  { ticket }: TicketScope,
  { to }: CommandOf<'priority'>,
  context: CommandContext,
): CommandResult {
  if (ticket.priorite === to) return UNCHANGED;
  return noting({ ...ticket, priorite: to }, 'priority', [`${ticket.priorite} → ${to}`], context);
}

export function setCategory(
  { ticket }: TicketScope,
  { to }: CommandOf<'category'>,
  context: CommandContext,
): CommandResult {
  if (ticket.categorie === to) return UNCHANGED;
  return noting({ ...ticket, categorie: to }, 'category', [`${ticket.categorie} → ${to}`], context);
}

function noting(ticket: TicketRow, action: string, words: readonly string[], context: CommandContext): CommandResult {
  return changes({
    tickets: [{ ...ticket, updated_at: context.now }],
    history: [noted(ticket, action, words, context)],
  });
}
