import { isWithin, minutesSince } from '../../core/mail/admin-times.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';

/** What cannot wait for the daily summary. */
const URGENT = new Set(['escalated']);

/** Whether a message to an admin must wait: until the quiet hours are over, or for the daily summary. `now` in milliseconds. */
export function mustWait(row: NotificationRow, settings: Settings['notifications'], now: number): boolean {
  if (!settings.admins.includes(row.recipient)) return false;
  return isQuiet(settings, now) || isForDigest(row, settings);
}

export function isQuiet({ quietHours }: Settings['notifications'], now: number): boolean {
  return quietHours !== null && isWithin(timeOfDay(now), quietHours);
}

/** Whether a message is told in the daily summary rather than by itself. */
export function isForDigest(row: NotificationRow, { admins, digest }: Settings['notifications']): boolean {
  return digest !== null && admins.includes(row.recipient) && !URGENT.has(row.event);
}

/** The last time that a summary was due, at a full minute, in milliseconds. */
export function lastDigest(digest: string, now: number): number {
  const minute = Math.floor(now / 60_000) * 60_000;
  return minute - minutesSince(digest, timeOfDay(now)) * 60_000;
}

/** In this browser's time zone, "HH:MM". */
function timeOfDay(now: number): string {
  const at = new Date(now);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
