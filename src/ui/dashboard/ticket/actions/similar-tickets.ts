import type { TicketRow } from '../../../../core/rows.ts';
import { searchWords } from '../../../../core/search.ts';

/** Words of a subject that tell it from others; the brackets around its place and the signs around words do not. */
function subjectWords({ sujet }: TicketRow): Set<string> {
  return new Set(sujet.toLowerCase().match(/[\p{L}\p{N}_.$-]{3,}/gu));
}

/** Shared words as a part of all words, from 0 to 1. */
export function likeness(one: TicketRow, other: TicketRow): number {
  const [words, others] = [subjectWords(one), subjectWords(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared === 0 ? 0 : shared / (words.size + others.size - shared);
}

/**
 * Tickets to choose from: those that the search names, the most alike first. A ticket whose number is searched for comes before all.
 */
export function rankedTickets(ticket: TicketRow, others: readonly TicketRow[], search: string): TicketRow[] {
  const words = searchWords(search);
  const matching = others.filter(({ sujet, metadata, client_email }) => {
    const text = [metadata.number, sujet, client_email].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = (other: TicketRow) =>
    words.includes(other.metadata.number.toLowerCase()) ? 2 : likeness(ticket, other);
  return matching.toSorted((a, b) => rank(b) - rank(a));
}
