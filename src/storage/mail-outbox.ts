import { Dexie } from 'dexie';
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

/** Lets go of held messages. Answers how many. `now` is ISO 8601. */
export function releaseHeld(db: VigieDatabase, may: (row: NotificationRow) => boolean, now: string): Promise<number> {
  return db.transaction('rw', db.cm_notifications, async () => {
    const held = await db.cm_notifications.where('status').equals('held').toArray();
    const free = held.filter(may).map(({ reason: _past, ...row }): NotificationRow => {
      return { ...row, status: 'due', updated_at: now };
    });
    await db.cm_notifications.bulkPut(free);
    return free.length;
  });
}

/** Messages that went to somebody since then, ISO 8601. */
export function countSentTo(db: VigieDatabase, recipient: string, since: string): Promise<number> {
  return db.cm_notifications
    .where('[recipient+updated_at]')
    .between([recipient, since], [recipient, Dexie.maxKey])
    .filter(({ status }) => status === 'sent' || status === 'queued')
    .count();
}
