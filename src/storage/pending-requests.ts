import { Dexie } from 'dexie';
import { type Change, made, observe, type PageRequest, type Seen, tell, type WitnessRow } from '../core/witness.ts';
import type { VigieDatabase } from './database.ts';
import type { NewOccurrence, PendingRequestRow } from './local-rows.ts';

/** A failed request that the browser saw, with the (redacted) occurrence that it becomes if the page does not tell of it. */
export type SeenRequest = Seen<NewOccurrence>;

/** Everything that one of these names may be about. */
export function requestsCalled(db: VigieDatabase, keys: readonly string[]): Promise<PendingRequestRow[]> {
  return db.pending_requests.where('keys').anyOf(keys).distinct().toArray();
}

/** Writes down what the browser saw, unless the page told it before. Durable when it resolves. */
export async function noteSeen(db: VigieDatabase, list: readonly SeenRequest[]): Promise<void> {
  if (list.length === 0) return;
  await db.transaction('rw', db.pending_requests, async () => {
    const rows = await rowsCalled(
      db,
      list.flatMap(({ keys }) => keys),
    );
    const touched = new Set<string>();
    for (const seen of list) remember(rows, touched, observe([...rows.values()], seen));
    await write(db, rows, touched);
  });
}

/**
 * Writes down what pages told: what the browser saw of it is done with. Each record counts once, however often it is delivered. Call
 * it inside the transaction that stores the records, or alone for those that are not stored.
 */
export async function noteTold(db: VigieDatabase, list: readonly PageRequest[]): Promise<void> {
  if (list.length === 0) return;
  await db.transaction('rw', db.pending_requests, async () => {
    const rows = await rowsCalled(
      db,
      list.map(({ key }) => key),
    );
    const touched = new Set<string>();
    for (const request of list) remember(rows, touched, tell([...rows.values()], request));
    await write(db, rows, touched);
  });
}

/** What the browser saw before `since` and no page told, the oldest first. */
export async function dueRequests(db: VigieDatabase, since: number, limit: number): Promise<SeenRequest[]> {
  const rows = await db.pending_requests
    .where('[side+since]')
    .between(['seen', Dexie.minKey], ['seen', since], true, true)
    .limit(limit)
    .toArray();
  return rows.filter(isSeen);
}

/** Whether anything waits for its page. */
export async function anySeen(db: VigieDatabase): Promise<boolean> {
  return (await dueRequests(db, Number.MAX_SAFE_INTEGER, 1)).length > 0;
}

/** Those of the ids that still wait to become occurrences. */
export async function stillSeen(db: VigieDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.pending_requests.bulkGet([...ids]);
  return new Set(rows.flatMap((row) => (row?.side === 'seen' ? [row.id] : [])));
}

/** These are occurrences now, or never will be: what the page tells of them later is no other. */
export async function noteMade(db: VigieDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction('rw', db.pending_requests, async () => {
    const rows = await db.pending_requests.bulkGet([...ids]);
    await db.pending_requests.bulkPut(rows.flatMap((row) => (row && isSeen(row) ? [made(row)] : [])));
  });
}

/** Forgets what both witnesses had time enough to speak of. */
export async function forgetRequests(db: VigieDatabase, before: number): Promise<void> {
  for (const side of ['made', 'told'])
    await db.pending_requests.where('[side+since]').between([side, Dexie.minKey], [side, before]).delete();
}

/** At the browser's start: what waits came from tabs of the past. */
export async function leaveTabs(db: VigieDatabase): Promise<void> {
  await db.pending_requests.toCollection().modify((row) => {
    if (row.side === 'seen' && row.item) row.item.tab = null;
  });
}

function isSeen(row: PendingRequestRow): row is SeenRequest {
  return row.side === 'seen';
}

type Rows = Map<string, PendingRequestRow>;

async function rowsCalled(db: VigieDatabase, keys: readonly string[]): Promise<Rows> {
  const rows = await requestsCalled(db, [...new Set(keys)]);
  return new Map(rows.map((row) => [row.id, row]));
}

function remember(rows: Rows, touched: Set<string>, { put, drop }: Change<NewOccurrence>): void {
  for (const row of put) rows.set(row.id, row);
  for (const id of drop) rows.delete(id);
  for (const id of [...put.map((row) => row.id), ...drop]) touched.add(id);
}

async function write(db: VigieDatabase, rows: Rows, touched: ReadonlySet<string>): Promise<void> {
  const put: WitnessRow<NewOccurrence>[] = [];
  const drop: string[] = [];
  for (const id of touched) {
    const row = rows.get(id);
    if (row) put.push(row);
    else drop.push(id);
  }
  await Promise.all([
    put.length > 0 && db.pending_requests.bulkPut(put),
    drop.length > 0 && db.pending_requests.bulkDelete(drop),
  ]);
}
