import { Dexie } from 'dexie';
import * as v from 'valibot';
import { emergencyLimits, logLimits, samplesToDrop, type LogLimits } from '../core/retention.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { Settings } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';
import { waitingAmong } from './outbox.ts';

/** Samples of one transaction: captures wait no longer than that. */
const PAGE = 250;
/** Transactions of one run; the next run goes on. */
const PAGES = 200;
/** Part of the samples that goes when the disk is full. */
const EMERGENCY_SHARE = 0.1;

const WARNING = v.object({
  /** When the disk was found full, ISO 8601. */
  at: v.string(),
  /** Samples that were dropped to make room. */
  dropped: v.number(),
});

/** The disk was full: what people ought to know. */
export type StorageWarning = v.InferOutput<typeof WARNING>;

const WARNING_KEY = 'storage_warning';

/**
 * Drops the samples that the settings no longer keep, oldest first. Returns how many. Killed anywhere it has dropped some, and the next
 * run drops the rest.
 *
 * @param now ISO 8601.
 */
export async function trimLog(db: VigieDatabase, settings: Settings['retention'], now: string): Promise<number> {
  // The one count of the table: once in an hour, in the background, never in a query.
  const rows = await db.cm_error_logs.count();
  await db.cm_visits
    .where('day')
    .below(new Date(Date.parse(now) - VISITS_KEPT).toISOString().slice(0, 10))
    .delete();
  const limits = logLimits(settings, rows, now);
  await dropAttachments(db, limits.before);
  return dropSamples(db, limits);
}

/** Pictures go with the samples of their time, but not before their tickets are closed. */
async function dropAttachments(db: VigieDatabase, before: string): Promise<void> {
  await db.transaction('rw', db.cm_attachments, db.cm_support_tickets, async () => {
    const old = await db.cm_attachments.where('created_at').below(before).limit(PAGE).toArray();
    const tickets = await db.cm_support_tickets.bulkGet(old.map(({ ticket_id }) => ticket_id));
    const gone = old.filter((_, index) => (tickets[index]?.statut ?? 'ferme') === 'ferme');
    await db.cm_attachments.bulkDelete(gone.map(({ id }) => id));
  });
}

/** Visits are evidence for tickets under watch; the longest watch is a year and a day. */
const VISITS_KEPT = 370 * 86_400_000;

/**
 * Makes room on a full disk, and notes that it was full. Returns how many samples were dropped: none that waits for the team, which would
 * be lost to it.
 */
export async function makeRoom(db: VigieDatabase, now: string): Promise<number> {
  const rows = await db.cm_error_logs.count();
  const dropped = await dropSamples(db, emergencyLimits(rows, EMERGENCY_SHARE));
  await db.transaction('rw', db.meta, async () => {
    const before = await storageWarning(db);
    await db.meta.put({ key: WARNING_KEY, value: { at: now, dropped: (before?.dropped ?? 0) + dropped } });
  });
  return dropped;
}

/** Null as long as there was always room. */
export async function storageWarning(db: VigieDatabase): Promise<StorageWarning | null> {
  const row = await db.meta.get(WARNING_KEY);
  const result = v.safeParse(WARNING, row?.value);
  return result.success ? result.output : null;
}

/** Walks through the log from its oldest sample on until nothing more may go. */
async function dropSamples(db: VigieDatabase, { before, excess }: LogLimits): Promise<number> {
  let dropped = 0;
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const limits = { before, excess: excess - dropped };
    const { samples, gone } = await dropPage(db, after, limits);
    dropped += gone;
    const last = samples.at(-1);
    const more = last !== undefined && (last.timestamp < before || dropped < excess);
    if (samples.length < PAGE || !more) break;
    after = last.timestamp;
  }
  return dropped;
}

/** One transaction's worth. What the end of a page cuts off from others of the same millisecond waits for the next run. */
async function dropPage(
  db: VigieDatabase,
  after: string | null,
  limits: LogLimits,
): Promise<{ samples: ErrorLogRow[]; gone: number }> {
  const tables = [db.cm_error_logs, db.groups, db.cm_support_tickets, db.cm_error_corrections, db.outbox];
  return db.transaction('rw', tables, async () => {
    const samples = await db.cm_error_logs
      .where('timestamp')
      .above(after ?? Dexie.minKey)
      .limit(PAGE)
      .toArray();
    const ids = samples.map(({ id }) => id);
    const [groups, tickets, corrections, unsent] = await Promise.all([
      db.groups.bulkGet(keysOf(samples)),
      db.cm_support_tickets.where('error_id').anyOf(ids).toArray(),
      db.cm_error_corrections.where('error_id').anyOf(ids).toArray(),
      waitingAmong(db, 'cm_error_logs', ids),
    ]);
    const named = new Set([...[...tickets, ...corrections].flatMap(({ error_id }) => error_id ?? []), ...unsent]);
    const kept = { groups: groups.filter((group) => group !== undefined), named };
    const dropped = samplesToDrop(samples, kept, limits);
    await db.cm_error_logs.bulkDelete(dropped.map(({ id }) => id));
    return { samples, gone: dropped.length };
  });
}

function keysOf(samples: readonly ErrorLogRow[]): [string, string][] {
  const keys = new Map(
    samples.map(({ metadata: { project, signature } }) => [`${project} ${signature}`, [project, signature] as const]),
  );
  return [...keys.values()].map(([project, signature]) => [project, signature]);
}
