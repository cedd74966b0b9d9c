import { Dexie } from 'dexie';
import { isForgotten, released } from '../core/mail/held.ts';
import type { NotificationRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

/** What became of a message. */
export type Settled = Pick<NotificationRow, 'status'> & { reason?: string };

/** Messages that nobody has sent yet and that need not wait, at most `limit`. */
export function dueNotifications(
  db: VigieDatabase,
  limit: number,
  waits: (row: NotificationRow) => boolean = () => false,
): Promise<NotificationRow[]> {
  return db.cm_notifications
    .where('status')
    .equals('due')
    .filter((row) => !waits(row))
    .limit(limit)
    .toArray();
}

/** Messages that the mail service has and of which it has not said yet what became of them, at most `limit` after that id. */
export function queuedNotifications(db: VigieDatabase, limit: number): Promise<NotificationRow[]> {
  return db.cm_notifications.where('status').equals('queued').limit(limit).toArray();
}

/** Notes what became of a message, unless somebody else did. `now` is ISO 8601. */
export async function settleNotification(db: VigieDatabase, id: string, outcome: Settled, now: string): Promise<void> {
  await db.transaction('rw', db.cm_notifications, async () => {
    const row = await db.cm_notifications.get(id);
    if (!row || !['due', 'queued'].includes(row.status)) return;
    const { reason, ...rest } = row;
    if (row.status === outcome.status && reason === outcome.reason) return;
    await db.cm_notifications.put({ ...rest, ...outcome, updated_at: now });
  });
}

/** Lets go of what is held for people who may be written to, and gives up what nobody came for. Call inside a transaction. Returns the former. */
export async function releaseHeld(
  db: VigieDatabase,
  may: (row: NotificationRow) => boolean,
  now: string,
): Promise<NotificationRow[]> {
  const held = await db.cm_notifications.where('status').equals('held').toArray();
  const free = held.filter(may);
  const forgotten = held.filter((row) => !free.includes(row) && isForgotten(row, Date.parse(now)));
  await db.cm_notifications.bulkPut([
    ...released(free, now),
    ...forgotten.map((row): NotificationRow => ({ ...row, status: 'skipped', reason: 'unapproved', updated_at: now })),
  ]);
  return free;
}

/** Messages that went to somebody since then, ISO 8601. */
export function countSentTo(db: VigieDatabase, recipient: string, since: string): Promise<number> {
  return db.cm_notifications
    .where('[recipient+updated_at]')
    .between([recipient, since], [recipient, Dexie.maxKey])
    .filter(({ status }) => status === 'sent' || status === 'queued')
    .count();
}
