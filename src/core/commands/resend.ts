import { isSameMessage, repeated } from '../notification.ts';
import type { NotificationRow } from '../rows.ts';
import {
  changes,
  noted,
  refused,
  UNCHANGED,
  type CommandContext,
  type CommandResult,
  type CommandScope,
} from './changes.ts';
import type { CommandOf } from './command.ts';

const ON_ITS_WAY = new Set<NotificationRow['status']>(['due', 'held', 'queued']);

/** Has a message to one person sent once more: as a message of its own, so that what became of the first stays known. */
export function resend(
  { ticket, told }: CommandScope,
  { notification }: CommandOf<'resend'>,
  context: CommandContext,
): CommandResult {
  // To whom it went is not known any more of a person who was forgotten.
  const first = told.find(({ id, recipient }) => id === notification && recipient !== '');
  if (!first) return refused('unknown-notification', notification);
  // Somebody else has asked for it already.
  if (told.some((row) => ON_ITS_WAY.has(row.status) && isSameMessage(row, first))) return UNCHANGED;
  const { id, now } = context;
  return changes({
    tickets: [{ ...ticket, updated_at: now }],
    history: [noted(ticket, 'resent', [], context)],
    notifications: [repeated(first, id, now)],
  });
}
