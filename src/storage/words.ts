import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware, Transaction } from 'dexie';
import type { GroupRow } from '../core/group.ts';
import type { TicketRow } from '../core/rows.ts';
import { endingsOf, textOfError, textOfTicket } from '../core/search.ts';

/*
 * What errors and tickets say, word by word, so that a search need not look through them. In a table of its own, since a counter that
 * goes up must not write all its words again. Local: it follows from the rows.
 */

/** The words of one row. */
export interface WordsRow {
  /** The table's sign and the row's key. */
  id: string;
  /** What the words are from: they are written again only when it has changed. */
  text: string;
  /** The endings of all its words, each after the table's sign. */
  words: string[];
}

/** Its sign stands before every key and word, so that one index serves both tables. */
export const SIGN = { groups: 'e', cm_support_tickets: 't' } as const;
export type SearchedTable = keyof typeof SIGN;

const TABLE = 'search_words';

function wordsRow(sign: string, key: string, text: string): WordsRow {
  return { id: `${sign}${key}`, text, words: endingsOf(text).map((ending) => `${sign}${ending}`) };
}

const ROWS = {
  groups: (row: GroupRow) => wordsRow(SIGN.groups, `${row.project} ${row.signature}`, textOfError(row)),
  cm_support_tickets: (row: TicketRow) => wordsRow(SIGN.cm_support_tickets, row.id, textOfTicket(row)),
};

function isSearched(name: string): name is SearchedTable {
  return Object.hasOwn(ROWS, name);
}

/**
 * Whoever writes an error or a ticket writes its words, in the same transaction and without knowing: there are a dozen such places, and
 * what one of them forgot could not be found.
 */
export const writesWords: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'words',
  // Above Dexie's own: what is written here is seen by live queries like everything else.
  level: 3,
  create: (core) => ({
    transaction: (stores, mode, options) =>
      core.transaction(mode === 'readwrite' ? withWords(stores) : stores, mode, options),
    table(name) {
      const table = core.table(name);
      if (!isSearched(name)) return table;
      return {
        ...table,
        mutate: (request) =>
          table.mutate(request).then((response) => writeWords(core, name, request).then(() => response)),
      };
    },
  }),
};

function withWords(stores: string[]): string[] {
  return stores.some(isSearched) && !stores.includes(TABLE) ? [...stores, TABLE] : stores;
}

async function writeWords(core: DBCore, name: SearchedTable, request: DBCoreMutateRequest): Promise<void> {
  const { trans } = request;
  // Upgrades write rows before there is a table for their words. Only a table that is emptied as a whole has its ranges deleted.
  if (!core.schema.tables.some(({ name: known }) => known === TABLE) || request.type === 'deleteRange') return;
  const table = core.table(TABLE);
  if (request.type === 'delete') {
    await table.mutate({
      type: 'delete',
      trans,
      keys: request.keys.map((key) => `${SIGN[name]}${[key].flat().join(' ')}`),
    });
    return;
  }
  const rows = request.values.map(ROWS[name]);
  const changed = await changedRows(table, trans, rows);
  if (changed.length > 0) await table.mutate({ type: 'put', trans, values: changed });
}

async function changedRows(
  table: DBCoreTable,
  trans: DBCoreMutateRequest['trans'],
  rows: readonly WordsRow[],
): Promise<WordsRow[]> {
  const before = await table.getMany({ trans, keys: rows.map(({ id }) => id) });
  return rows.filter(({ text }, index) => before[index]?.text !== text);
}

/** Key in `meta` of how far the words of earlier rows are written; absent once all are. */
export const WORDS_PLACE = 'words_place';

/** Rows of before version 12 have no words yet: the background writes them, some at a time. */
export async function missWords(transaction: Transaction): Promise<void> {
  await transaction.table('meta').put({ key: WORDS_PLACE, value: { table: 'groups', after: null } });
}
