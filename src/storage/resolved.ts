import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';
import { stepByStep } from './step-by-step.ts';

/*
 * Every stored occurrence of a signature follows what is decided about it. There can be a hundred thousand: the first of them change with
 * the decision, the others in transactions of their own, with the place noted in each, so that whoever is killed goes on there. What counts
 * meanwhile is the decision; a later one begins anew.
 */

const PLACE = v.object({
  project: v.string(),
  signature: v.string(),
  resolved: v.boolean(),
  /** Time of the last occurrence that was changed, ISO 8601; those of the same moment may not have been. */
  from: v.string(),
});
type Place = v.InferOutput<typeof PLACE>;

/** Begins the key of what is still to be done for one signature. */
const PLACE_KEY = 'resolved ';
const PAGE = 200;

/** Begins to have the occurrences of a signature follow. Call inside the transaction of the decision, with `meta` among its tables. */
export async function markOccurrences(
  db: VigieDatabase,
  project: string,
  signature: string,
  resolved: boolean,
): Promise<void> {
  await markPage(db, { project, signature, resolved, from: '' });
}

/** Has the occurrences follow that still do not. To be called by every sweep; usually one read. */
export async function finishMarking(db: VigieDatabase): Promise<void> {
  await stepByStep(db, [db.cm_error_logs, db.meta], async () => {
    const row = await db.meta.where('key').startsWith(PLACE_KEY).first();
    if (row) await markPage(db, v.parse(PLACE, row.value));
    return row !== undefined;
  });
}

async function markPage(db: VigieDatabase, place: Place): Promise<void> {
  const { project, signature, resolved, from } = place;
  const rows = await db.cm_error_logs
    .where('[metadata.project+metadata.signature+timestamp]')
    .between([project, signature, from], [project, signature, Dexie.maxKey])
    .filter((row) => row.resolved !== resolved)
    .limit(PAGE)
    .toArray();
  await db.cm_error_logs.bulkPut(rows.map((row) => ({ ...row, resolved })));
  const key = `${PLACE_KEY}${project} ${signature}`;
  const last = rows.at(-1);
  if (last && rows.length === PAGE) await db.meta.put({ key, value: { ...place, from: last.timestamp } });
  else await db.meta.delete(key);
}
