import type { GroupRow } from '../core/group.ts';
import type { TicketRow } from '../core/rows.ts';
import { beginningsOf } from '../core/search.ts';
import type { VigieDatabase } from './database.ts';
import { SIGN, WORDS_PLACE, type SearchedTable } from './words.ts';

/* Searching by the index of words. It names rows that may match: whoever asks looks whether they do. */

/** A word of more rows narrows too little: among the newest rows many have it, and those are found sooner by looking at them. */
const MOST = 500;

/** Errors that may have all these words, in no order; null where the index does not help. */
export async function groupsWithWords(db: VigieDatabase, words: readonly string[]): Promise<GroupRow[] | null> {
  const keys = await keysWithWords(db, 'groups', words);
  const found = keys && (await db.groups.bulkGet(keys.map(groupKeyOf)));
  return found?.filter((row) => row !== undefined) ?? null;
}

/** Tickets that may have all these words, in no order; null where the index does not help. */
export async function ticketsWithWords(db: VigieDatabase, words: readonly string[]): Promise<TicketRow[] | null> {
  const keys = await keysWithWords(db, 'cm_support_tickets', words);
  const found = keys && (await db.cm_support_tickets.bulkGet(keys));
  return found?.filter((row) => row !== undefined) ?? null;
}

/** A project's id has no blank. */
function groupKeyOf(key: string): [string, string] {
  const end = key.indexOf(' ');
  return [key.slice(0, end), key.slice(end + 1)];
}

async function keysWithWords(
  db: VigieDatabase,
  table: SearchedTable,
  words: readonly string[],
): Promise<string[] | null> {
  // As long as earlier rows lack their words, what the index names is not everything.
  if (await db.meta.get(WORDS_PLACE)) return null;
  for (const beginning of beginningsOf(words)) {
    const ids = await db.search_words
      .where('words')
      .startsWith(`${SIGN[table]}${beginning}`)
      .limit(MOST + 1)
      .primaryKeys();
    if (ids.length <= MOST) return [...new Set(ids)].map((id) => id.slice(SIGN[table].length));
  }
  return null;
}
