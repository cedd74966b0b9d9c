import type { Client } from '../core/client.ts';
import { notificationsFor, type News } from '../core/notification.ts';
import type { NotificationRow } from '../core/rows.ts';
import { settingsFrom } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';
import { clientsOf, type AffectedClient } from './queries.ts';
import { hasTeam } from './team.ts';

/**
 * Notes whom a transaction's news are to be sent to; call at its end, inside it (`cm_settings` among its tables). Everybody hears of an
 * event once: what is noted stays as it is, unless it was too old to be sent and now is not. In a team the database notes it, once for all
 * installs.
 */
export async function writeNews(db: VigieDatabase, news: readonly News[], now: string): Promise<void> {
  if (news.length === 0 || (await hasTeam(db))) return;
  const rows = new Map<string, NotificationRow>();
  const again = new Map<string, NotificationRow>();
  const admins = await adminsOf(db);
  for (const one of news) {
    const clients = one.clients ?? (await everyone(db, one));
    const told = one.event === 'notify' ? clients : [...clients, ...admins];
    for (const row of notificationsFor(one, one.ticket, told, now)) note(one.again ? again : rows, row);
  }
  const ids = [...new Set([...rows.keys(), ...again.keys()])];
  const found = await db.cm_notifications.bulkGet(ids);
  const written = ids.flatMap((id, index) => toWrite(found[index], rows.get(id), again.get(id)) ?? []);
  await db.cm_notifications.bulkPut(written);
}

/** Puts messages in line; call like the other. In a team the database does. */
export async function writeNotifications(db: VigieDatabase, rows: readonly NotificationRow[]): Promise<void> {
  if (rows.length === 0 || (await hasTeam(db))) return;
  await db.cm_notifications.bulkPut([...rows]);
}

/** People who are told of every ticket, but not of what somebody writes to its clients. */
async function adminsOf(db: VigieDatabase): Promise<Client[]> {
  const { settings } = settingsFrom(await db.cm_settings.toArray());
  return settings.notifications.admins.map((client_email) => ({ client_id: null, client_email }));
}

/** Two clients can be one person: what one of them may hear, that person may hear. */
function note(rows: Map<string, NotificationRow>, row: NotificationRow): void {
  if (rows.get(row.id)?.status !== 'due') rows.set(row.id, row);
}

async function everyone(db: VigieDatabase, { ticket, seenBy }: News): Promise<AffectedClient[]> {
  const clients = await clientsOf(db, ticket.id);
  return seenBy === undefined ? clients : clients.filter(({ first_seen }) => first_seen <= seenBy);
}

function toWrite(
  stored: NotificationRow | undefined,
  row: NotificationRow | undefined,
  again: NotificationRow | undefined,
): NotificationRow | null {
  const noted = stored ?? row;
  if (noted?.status === 'skipped' && again) return { ...noted, status: again.status, updated_at: again.updated_at };
  return stored ? null : (row ?? null);
}
