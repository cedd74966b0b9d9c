import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';
import { stepByStep } from './step-by-step.ts';
import { WORDS_PLACE } from './words.ts';

const PLACE = v.variant('table', [
  v.object({ table: v.literal('groups'), after: v.nullable(v.tuple([v.string(), v.string()])) }),
  v.object({ table: v.literal('cm_support_tickets'), after: v.nullable(v.string()) }),
]);
type Place = v.InferOutput<typeof PLACE>;

const START: Place = { table: 'groups', after: null };
/** Rows of one transaction: captures wait no longer than that. */
const PAGE = 100;

/**
 * Writes the words of rows that an earlier version left without them, if there are any. To be called at every start; usually one read.
 * Killed anywhere, the next start goes on from there.
 */
export async function completeWords(db: VigieDatabase): Promise<void> {
  await stepByStep(db, [db.meta, db.groups, db.cm_support_tickets], async () => {
    const row = await db.meta.get(WORDS_PLACE);
    if (!row) return false;
    const next = await completePage(db, v.parse(v.fallback(PLACE, START), row.value));
    if (next) await db.meta.put({ key: WORDS_PLACE, value: next });
    else await db.meta.delete(WORDS_PLACE);
    return next !== null;
  });
}

/** Writing a row as it is writes its words. Returns where the next page begins, null after the last. */
async function completePage(db: VigieDatabase, place: Place): Promise<Place | null> {
  if (place.table === 'groups') {
    const rows = await db.groups
      .where('[project+signature]')
      .above(place.after ?? [Dexie.minKey])
      .limit(PAGE)
      .toArray();
    await db.groups.bulkPut(rows);
    const last = rows.at(-1);
    return last
      ? { table: 'groups', after: [last.project, last.signature] }
      : { table: 'cm_support_tickets', after: null };
  }
  const rows = await db.cm_support_tickets
    .where('id')
    .above(place.after ?? '')
    .limit(PAGE)
    .toArray();
  await db.cm_support_tickets.bulkPut(rows);
  const last = rows.at(-1);
  return last ? { table: 'cm_support_tickets', after: last.id } : null;
}
