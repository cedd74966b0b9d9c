import * as v from 'valibot';
import type { ErrorLogRow, NotificationRow, TicketRow } from '../core/rows.ts';
import type { Settings } from '../core/settings.ts';
import { TEAM_SQL_VERSION } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import { clientsOf, groupsOfTicket } from './queries.ts';
import { syncState } from './sync-state.ts';

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

/** What waits for the team's mail service, as far as this browser knows. */
export interface TeamMails {
  /** Messages that no service has tried, and that need not wait. */
  untried: number;
  /** Since when the oldest of them waits, ISO 8601; null without any. */
  since: string | null;
  /** Why the latest attempt failed, as `notification-reason.ts` writes it; null: nothing is to be tried again. */
  reason: string | null;
  /** Whether the SQL of the team's database is older than the mail service of this version needs. */
  older: boolean;
}

/** Due messages looked at: more of them change nothing about what is said. */
const MOST_DUE = 1_000;

export async function teamMails(db: VigieDatabase, settings: Settings['notifications']): Promise<TeamMails> {
  const { admins, quietHours, digest } = settings;
  const due = await db.cm_notifications.where('status').equals('due').limit(MOST_DUE).toArray();
  const rows = due.toSorted((one, other) => (one.updated_at < other.updated_at ? -1 : 1));
  const mayWait = ({ recipient }: NotificationRow) =>
    (quietHours !== null || digest !== null) && admins.includes(recipient);
  const untried = rows.filter((row) => row.reason === undefined && !mayWait(row));
  return {
    untried: untried.length,
    since: untried[0]?.updated_at ?? null,
    reason: rows.findLast(({ reason }) => reason !== undefined)?.reason ?? null,
    older: ((await syncState(db)).sql_version ?? TEAM_SQL_VERSION) < TEAM_SQL_VERSION,
  };
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
