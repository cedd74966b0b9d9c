import * as v from 'valibot';
import type { VigieDatabase } from './database.ts';

/* How the exchange with the team stands: what the next call goes on from, and what people are shown. */

const SYNC = v.object({
  /** Of the last page that was pulled; null: from the beginning. */
  cursor: v.optional(v.unknown(), null),
  /** Of the team's database; '' before the first page. */
  epoch: v.optional(v.string(), ''),
  /** When everything that was waiting had been sent and everything new was here, ISO 8601; null: not yet. */
  synced_at: v.optional(v.nullable(v.string()), null),
  /** How far this machine's clock is ahead of the server's, in milliseconds. */
  skew_ms: v.optional(v.number(), 0),
  /** What is in the way; null when nothing was at the last attempt. */
  problem: v.optional(v.nullable(v.object({ code: v.string(), detail: v.string(), at: v.string() })), null),
  /** Attempts in a row that failed. */
  failures: v.optional(v.number(), 0),
  /** Whether the database closes quiet tickets by itself; null: not known yet. */
  cron: v.optional(v.nullable(v.boolean()), null),
  /** Whether it says by itself that something changed. */
  realtime: v.optional(v.boolean(), false),
  /** Of the SQL that it runs; null before the first page. */
  sql_version: v.optional(v.nullable(v.number()), null),
  /** When it was last asked to, in milliseconds since 1970. */
  closed_at: v.optional(v.number(), 0),
  /** No attempt before this moment, in milliseconds since 1970. */
  not_before: v.optional(v.number(), 0),
});

export type SyncState = v.InferOutput<typeof SYNC>;

const SYNC_KEY = 'sync';

export async function syncState(db: VigieDatabase): Promise<SyncState> {
  const row = await db.meta.get(SYNC_KEY);
  return v.parse(
    v.fallback(SYNC, () => v.parse(SYNC, {})),
    row?.value ?? {},
  );
}

/** Changes some of it, in one transaction. */
export async function noteSync(db: VigieDatabase, change: Partial<SyncState>): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: SYNC_KEY, value: { ...(await syncState(db)), ...change } });
  });
}

export async function forgetSync(db: VigieDatabase): Promise<void> {
  await db.meta.delete(SYNC_KEY);
}
