import * as v from 'valibot';
import type { ErrorLogRow, NotificationRow, TicketRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { clientsOf, groupsOfTicket } from './queries.ts';

/** What a mail is about. */
export interface MailSubject {
  ticket: TicketRow;
  newest: ErrorLogRow | null;
  /** Name of the site; '' when it is not known. */
  project: string;
  occurrences: number;
  clients: number;
}

/** Null when the ticket is gone. */
export async function mailSubject(db: VigieDatabase, ticketId: string): Promise<MailSubject | null> {
  const ticket = await db.cm_support_tickets.get(ticketId);
  if (!ticket) return null;
  const { project } = ticket.metadata;
  const [groups, clients, site] = await Promise.all([
    groupsOfTicket(db, ticketId),
    clientsOf(db, ticketId),
    project === null ? undefined : db.cm_sites.get(project),
  ]);
  const newest = groups[0] && (await db.cm_error_logs.get(groups[0].last_error_id));
  return {
    ticket,
    newest: newest ?? null,
    project: site?.name ?? '',
    occurrences: groups.reduce((sum, { count }) => sum + count, 0),
    clients: clients.filter(({ client_id }) => client_id !== null).length,
  };
}

const MAIL_STATE = v.object({
  /** Why mails wait; null when the last one was accepted. */
  problem: v.nullable(v.picklist(['unreachable', 'forbidden', 'busy'])),
  detail: v.string(),
  /** ISO 8601. */
  at: v.string(),
});

/** How the mail service answered last. Local: neither exported nor synced. */
export type MailState = v.InferOutput<typeof MAIL_STATE>;

const KEY = 'mail_state';

/** Null: it was never asked. */
export async function mailState(db: VigieDatabase): Promise<MailState | null> {
  const row = await db.meta.get(KEY);
  const parsed = v.safeParse(MAIL_STATE, row?.value);
  return parsed.success ? parsed.output : null;
}

export async function noteMailState(db: VigieDatabase, state: MailState): Promise<void> {
  await db.meta.put({ key: KEY, value: state });
}

/** How many messages are in each state that somebody may want to do something about. */
export type MailCounts = Record<Exclude<NotificationRow['status'], 'sent' | 'skipped'>, number>;

export async function mailCounts(db: VigieDatabase): Promise<MailCounts> {
  const [due, held, queued, failed] = await Promise.all(
    (['due', 'held', 'queued', 'failed'] as const).map((status) =>
      db.cm_notifications.where('status').equals(status).count(),
    ),
  );
  return { due: due ?? 0, held: held ?? 0, queued: queued ?? 0, failed: failed ?? 0 };
}

/** Held messages looked at: whoever has more approves a domain. */
const MOST_HELD = 1_000;

/** Who waits for somebody's approval, most messages first. */
export async function heldAddresses(db: VigieDatabase): Promise<{ address: string; count: number }[]> {
  const rows = await db.cm_notifications.where('status').equals('held').limit(MOST_HELD).toArray();
  const counts = new Map<string, number>();
  for (const { recipient } of rows) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  return [...counts].map(([address, count]) => ({ address, count })).toSorted((a, b) => b.count - a.count);
}
