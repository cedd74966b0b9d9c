import { describe, expect, it } from 'vitest';
import { textOfError, textOfTicket } from '../../src/core/search.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { completeWords } from '../../src/storage/complete-words.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { exportTables } from '../../src/storage/export.ts';
import { importTables } from '../../src/storage/import.ts';
import { groupsWithWords, ticketsWithWords } from '../../src/storage/search.ts';
import { WORDS_PLACE } from '../../src/storage/words.ts';
import { context, NOW, occurrence } from '../core/samples.ts';
import { livedIn } from './lived-in.ts';
import { captured, freshDatabase, numbers } from './support.ts';

/** Errors of different words, so many. */
async function errors(count: number): Promise<VigieDatabase> {
  const db = freshDatabase();
  const rows = numbers(count).map((number) => occurrence(number, { message: `The basket of number${number} fell` }));
  await applyOccurrences(
    db,
    rows.map((row) => captured(row)),
    context(),
  );
  return db;
}

async function messages(db: VigieDatabase, ...words: string[]): Promise<string[] | null> {
  const found = await groupsWithWords(db, words);
  return found?.map(({ message }) => message).toSorted() ?? null;
}

/** Whether each row has exactly its own words. */
async function inStep(db: VigieDatabase): Promise<boolean> {
  const texts = [
    ...(await db.groups.toArray()).map(textOfError),
    ...(await db.cm_support_tickets.toArray()).map(textOfTicket),
  ];
  const stored = (await db.search_words.toArray()).map(({ text }) => text);
  return texts.toSorted().join('\n') === stored.toSorted().join('\n');
}

describe('the index of words', () => {
  it('names errors and tickets by any part of a word', async () => {
    const db = await errors(12);
    expect(await messages(db, 'umber11')).toEqual(['The basket of number11 fell']);
    expect(await messages(db, "'number2'")).toEqual(['The basket of number2 fell']);
    expect(await messages(db, 'basket', 'number1')).toHaveLength(12);
    expect(await messages(db, 'nothing')).toEqual([]);
    const [ticket] = (await ticketsWithWords(db, ['number7'])) ?? [];
    expect(ticket?.sujet).toContain('number7');
  });

  it('does not help with few letters, nor with what too many say', async () => {
    const db = await errors(520);
    expect(await messages(db, 'of')).toBeNull();
    expect(await messages(db, 'basket')).toBeNull();
    expect(await messages(db, 'basket', 'number519')).toEqual(['The basket of number519 fell']);
  });

  it('is in step with what is captured, changed, imported and removed', async () => {
    const db = await livedIn();
    expect(await inStep(db)).toBe(true);
    const [ticket] = await db.cm_support_tickets.toArray();
    await db.cm_support_tickets.update(ticket!.id, { sujet: 'Called otherwise' });
    expect(await ticketsWithWords(db, ['otherwise'])).toHaveLength(1);
    const copy = freshDatabase();
    const { version: _version, exported_at: _at, ...tables } = await exportTables(db, NOW);
    await importTables(copy, tables, true);
    expect(await inStep(copy)).toBe(true);
    await copy.cm_support_tickets.bulkDelete([ticket!.id]);
    await copy.groups.where('ticket_id').above('').delete();
    expect(await inStep(copy)).toBe(true);
  });

  it('writes nothing again for an occurrence that says nothing new', async () => {
    const db = await errors(1);
    const [group] = await db.search_words.toArray();
    await db.search_words.update(group!.id, { words: [] });
    await applyOccurrences(db, [captured(occurrence(50, { message: 'The basket of number1 fell' }))], context());
    expect(await db.groups.toArray()).toMatchObject([{ count: 2 }]);
    expect((await db.search_words.get(group!.id))?.words).toEqual([]);
  });
});

describe('a database of before there were words', () => {
  it('gets them some at a time, and is looked through until it has all', async () => {
    const db = await errors(250);
    await db.search_words.clear();
    await db.meta.put({ key: WORDS_PLACE, value: { table: 'groups', after: null } });
    expect(await messages(db, 'number7')).toBeNull();
    await completeWords(db);
    expect(await db.meta.get(WORDS_PLACE)).toBeUndefined();
    expect(await inStep(db)).toBe(true);
    expect(await messages(db, 'number77')).toHaveLength(1);
  });
});
