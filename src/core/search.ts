import type { GroupRow } from './group.ts';
import type { TicketRow } from './rows.ts';

/* How lists are searched: all the words, each anywhere in the text, in any order and letter case. */

/** Cuts a search into words that must all be found. */
export function searchWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether all the words are in the text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const searched = text.toLowerCase();
  return words.every((word) => searched.includes(word));
}

/** What of an error is searched. */
export function textOfError({ message, source }: Pick<GroupRow, 'message' | 'source'>): string {
  return `${message} ${source}`;
}

/** What of a ticket is searched. */
export function textOfTicket({ sujet, client_email, client_id, metadata }: TicketRow): string {
  return [metadata.number, sujet, metadata.assigned_to, client_email, client_id].join(' ');
}

/** Shorter beginnings are those of too many words. */
const SHORTEST = 3;
/** Letters of an ending that are kept: more tell hardly any two apart. */
const LONGEST = 16;
/** Nobody searches what stands after so many characters, and it must not fill the index. */
const TEXT_LIMIT = 1_000;

/** Letters and digits that stand together. */
function runsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Every ending of every word of a text, each once. Whatever stands anywhere within a word is the beginning of one of them, which is
 * what an index can look up.
 */
export function endingsOf(text: string): string[] {
  const endings = new Set<string>();
  for (const run of runsOf(text.slice(0, TEXT_LIMIT))) {
    for (let start = 0; start + SHORTEST <= run.length; start += 1) endings.add(run.slice(start, start + LONGEST));
  }
  return [...endings];
}

/** The beginnings to look up for a search: a text has its words only if it has an ending with each of these. */
export function beginningsOf(words: readonly string[]): string[] {
  const runs = words.flatMap(runsOf).filter((run) => run.length >= SHORTEST);
  return [...new Set(runs.map((run) => run.slice(0, LONGEST)))];
}
