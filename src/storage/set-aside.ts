import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';

const tallies = v.record(v.string(), v.number());

const SET_ASIDE = v.object({
  /** Occurrences that an ignore rule took out, by rule. */
  ignored: tallies,
  /** Occurrences that were not taken, by reason. */
  refused: tallies,
  /** Records that relays had to give up because too many were waiting. */
  dropped: v.number(),
  /** Ids counted lately and how much, so that what is delivered twice counts once, and what has grown meanwhile by its growth. */
  recent: v.array(v.tuple([v.string(), v.number()])),
});

/** What was captured and not stored, counted. Local: neither exported nor synced. */
export type SetAsideTallies = v.InferOutput<typeof SET_ASIDE>;

/** One thing that was not stored. */
export interface SetAside {
  /** What it is known by when it is delivered again; '' when by nothing, and it counts each time. */
  id: string;
  why: 'ignored' | 'refused' | 'dropped';
  /** The rule, or the reason. */
  key: string;
  count: number;
}

const KEY = 'set_aside';
/** More than all frames of a page can have in flight at once. */
const RECENT = 2_000;
/** Rules and reasons are few; a bound all the same. */
const KEYS = 1_000;

function nothing(): SetAsideTallies {
  return { ignored: {}, refused: {}, dropped: 0, recent: [] };
}

export async function setAsideTallies(db: VigieDatabase): Promise<SetAsideTallies> {
  const row = await db.meta.get(KEY);
  return v.parse(v.fallback(SET_ASIDE, nothing), row?.value);
}

/** Counts what was set aside, each id once. Durable when it resolves. */
export async function countSetAside(db: VigieDatabase, list: readonly SetAside[]): Promise<void> {
  if (list.length === 0) return;
  await db.transaction('rw', db.meta, async () => {
    const found = await setAsideTallies(db);
    const recent = new Map(found.recent);
    for (const { id, why, key, count } of list) {
      const more = Math.max(0, count - (recent.get(id) ?? 0));
      if (id !== '') recent.set(id, Math.max(count, recent.get(id) ?? 0));
      if (why === 'dropped') found.dropped += more;
      else if (more > 0) add(found[why], key, more);
    }
    await db.meta.put({ key: KEY, value: { ...found, recent: [...recent].slice(-RECENT) } });
  });
}

function add(into: Record<string, number>, key: string, count: number): void {
  const known = Object.hasOwn(into, key) || Object.keys(into).length < KEYS ? key : 'other';
  into[known] = (into[known] ?? 0) + count;
}
