import type { Client } from '../client.ts';
import type { GroupRow } from '../group.ts';
import { deterministicId } from '../ids.ts';
import type { News } from '../notification.ts';
import type { ErrorLogRow, HistoryRow, NotificationRow, TicketRow } from '../rows.ts';
import type { Settings } from '../settings.ts';
import type { AliasRow, SignatureStateRow } from '../signature-rows.ts';

/** A ticket and what is stored about its signatures. */
export interface TicketScope {
  ticket: TicketRow;
  /** Every alias that leads to it. */
  aliases: readonly AliasRow[];
  /** What is decided about these signatures, as far as anything is. */
  states: readonly SignatureStateRow[];
  /** Their counters. */
  groups: readonly GroupRow[];
  /** Everyone identified who was seen with one of them, each once. */
  clients: readonly Client[];
}

/** What a command works on. */
export interface CommandScope extends TicketScope {
  /** Of `merge`, the ticket to become part of, where that one's own merges end; of `unmerge`, the one to part from. */
  other: TicketScope | null;
  /** Of `split`: the ticket that the signature's id names, if it exists, and the earliest occurrence that is kept. */
  own: TicketRow | null;
  evidence: ErrorLogRow | null;
  /** Every ticket that is part of the one that a merge is taken back of, and parts of those. */
  parts: readonly string[];
  /** Of `resend`: what people were told of the ticket. */
  told: readonly NotificationRow[];
}

/** Who asks, when, and under which rules. */
export interface CommandContext {
  /** Of the command. */
  id: string;
  /** ISO 8601. */
  now: string;
  author: string;
  /** Somebody else in whose name it is done; '' for nobody. */
  onBehalfOf: string;
  settings: Settings;
}

/** What to write, all of it in one transaction. */
export interface CommandChanges {
  tickets: TicketRow[];
  aliases: AliasRow[];
  states: SignatureStateRow[];
  history: HistoryRow[];
  news: News[];
  /** To be sent as they are. */
  notifications: NotificationRow[];
}

export type RefusalCode =
  | 'transition-refused'
  | 'invalid-command'
  | 'merge-refused'
  | 'no-recipient'
  | 'unknown-notification';

/** `detail`: for the diagnostic view, in no language or in English. */
export interface Refusal {
  code: RefusalCode;
  detail: string;
}

export type CommandResult = { changes: CommandChanges } | { refusal: Refusal };

/** Changes of these kinds, and of no other. */
export function changes(some: Partial<CommandChanges>): { changes: CommandChanges } {
  return { changes: { tickets: [], aliases: [], states: [], history: [], news: [], notifications: [], ...some } };
}

/** What was asked for is so already. */
export const UNCHANGED = changes({});

export function refused(code: RefusalCode, detail: string): { refusal: Refusal } {
  return { refusal: { code, detail } };
}

/**
 * An entry of the timeline in a person's name. The command and what is done make its id, so that a command noted twice is noted once.
 *
 * @param words what is changed, and what the person says about it; empty ones are left out.
 */
export function noted(
  ticket: TicketRow,
  action: string,
  words: readonly string[],
  context: CommandContext,
): HistoryRow {
  const { id, author, onBehalfOf, now } = context;
  const behalf = onBehalfOf === '' || onBehalfOf === author ? '' : `(au nom de ${onBehalfOf})`;
  return {
    id: deterministicId('history', ticket.id, action, id),
    ticket_id: ticket.id,
    action,
    description: [...words, behalf].filter((text) => text !== '').join('\n'),
    created_by: author,
    created_at: now,
  };
}
