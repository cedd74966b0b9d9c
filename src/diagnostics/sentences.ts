import type { TicketRow } from '../core/rows.ts';
import { clip, oneLine } from '../core/text.ts';
import type { Translator, TextValues } from '../platform/i18n.ts';
import { vocabulary } from '../platform/texts/vocabulary.ts';

/** What somebody gave, short enough to be repeated in a sentence. */
export function named(given: unknown): string {
  return clip(oneLine(typeof given === 'string' ? given : (JSON.stringify(given) ?? 'undefined')), 80);
}

/** What sentences say of a ticket. */
export function ticketWords({ t }: Translator, ticket: TicketRow): TextValues {
  return {
    number: ticket.metadata.number,
    status: t(vocabulary.status[ticket.statut]),
    subject: clip(oneLine(ticket.sujet), 140),
  };
}
