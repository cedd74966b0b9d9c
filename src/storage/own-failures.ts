import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';

const FAILURE = v.object({
  /** Which part of us failed, such as `capture.batch` or `badge`. */
  where: v.string(),
  /** Stable name of the failure, such as `QuotaExceededError`. */
  code: v.string(),
  /** For a developer, in English; never text of a page. */
  detail: v.string(),
  count: v.number(),
  first_at: v.string(),
  last_at: v.string(),
});

/** Something of our own that went wrong, shown in the diagnostic view. Local: neither exported nor synced. */
export type OwnFailure = v.InferOutput<typeof FAILURE>;

const KEY = 'own_failures';
const KEPT = 50;

/** Latest first. */
export async function ownFailures(db: VigieDatabase): Promise<OwnFailure[]> {
  const row = await db.meta.get(KEY);
  return v.parse(v.fallback(v.array(FAILURE), []), row?.value);
}

/** Adds failures to those kept; equal ones are counted, the oldest of too many are forgotten. */
export async function addOwnFailures(db: VigieDatabase, added: readonly OwnFailure[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    let kept = await ownFailures(db);
    for (const failure of added) kept = mergeFailure(kept, failure);
    await db.meta.put({ key: KEY, value: kept });
  });
}

/** The list with one failure more; the same bound and order as in the database. */
export function mergeFailure(list: readonly OwnFailure[], added: OwnFailure): OwnFailure[] {
  const same = list.find(
    ({ where, code, detail }) => where === added.where && code === added.code && detail === added.detail,
  );
  const merged = same ? { ...added, count: same.count + added.count, first_at: same.first_at } : added;
  return [merged, ...list.filter((failure) => failure !== same)].slice(0, KEPT);
}
