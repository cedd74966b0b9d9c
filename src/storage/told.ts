import { aliasId } from '../core/alias.ts';
import type { CommandRow } from '../core/commands/command.ts';
import { isLate } from '../core/notification.ts';
import { writeReason } from '../core/notification-reason.ts';
import type { NotificationRow } from '../core/rows.ts';
import type { ToldMail } from '../core/sync/protocol.ts';
import { automaticTicketId } from '../core/ticket.ts';
import type { VigieDatabase } from './database.ts';
import { syncState } from './sync-state.ts';
import { teamOf } from './team.ts';

/*
 * Who joins a team may have worked alone with a mail service of their own. What that one has settled goes along with the rows that would
 * have the team tell it again, until everything that was here is there.
 */

/** Of one ticket: a call has its bounds. */
const MOST = 400;

interface Signed {
  project: string;
  signature: string;
}

/** What an entry of the outbox is about. */
export interface Subject {
  signed: readonly Signed[];
  tickets: readonly string[];
}

/** The tables that this reads. */
export function toldTables(db: VigieDatabase) {
  return [db.cm_signature_aliases, db.cm_notifications, db.cm_error_logs, db.meta];
}

/**
 * The messages about each of these that were settled before the team was joined, by the key of what is about it. Call inside a transaction.
 *
 * @param read asked for only while the team is being joined, which is once.
 */
export async function toldAbout(
  db: VigieDatabase,
  read: () => Promise<ReadonlyMap<string, Subject>>,
): Promise<Map<string, ToldMail[]>> {
  const joinedAt = await joining(db);
  if (joinedAt === null) return new Map();
  const subjects = await read();
  const aliases = await ticketsOfAliases(db, [...subjects.values()]);
  const ticketsOf = ({ signed, tickets }: Subject) => [
    ...tickets,
    ...signed.flatMap((one) => [automaticTicketId(one.project, one.signature), ...(aliases.get(keyOf(one)) ?? [])]),
  ];
  const tickets = new Set([...subjects.values()].flatMap(ticketsOf));
  const rows = await db.cm_notifications
    .where('ticket_id')
    .anyOf([...tickets])
    .toArray();
  const told = new Map<string, ToldMail[]>();
  for (const row of rows) {
    const mail = toldMail(row, joinedAt);
    if (mail) told.set(row.ticket_id, [...(told.get(row.ticket_id) ?? []), mail].slice(0, MOST));
  }
  return new Map(
    [...subjects].map(([key, subject]) => [
      key,
      [...new Set(ticketsOf(subject))].flatMap((ticket) => told.get(ticket) ?? []),
    ]),
  );
}

/** Since when, ISO 8601; null once everything was exchanged, and without a team. */
async function joining(db: VigieDatabase): Promise<string | null> {
  const team = await teamOf(db);
  return team && (await syncState(db)).synced_at === null ? team.joined_at : null;
}

async function ticketsOfAliases(db: VigieDatabase, subjects: readonly Subject[]): Promise<Map<string, string[]>> {
  const ids = new Set(subjects.flatMap(({ signed }) => signed.map(keyOf)));
  const aliases = await db.cm_signature_aliases.bulkGet([...ids]);
  return new Map(aliases.flatMap((alias) => (alias ? [[alias.id, [alias.ticket_id]]] : [])));
}

function keyOf({ project, signature }: Signed): string {
  return aliasId(project, signature);
}

/** What a command is about. */
export async function subjectOfCommand(db: VigieDatabase, command: CommandRow): Promise<Subject> {
  const { into, error, project, signature } = command.arguments;
  // A ticket that a person opens has the id of the command.
  const tickets = [command.id, command.ticket_id, into].filter((id) => typeof id === 'string');
  const row = typeof error === 'string' ? await db.cm_error_logs.get(error) : undefined;
  const named = typeof project === 'string' && typeof signature === 'string' ? [{ project, signature }] : [];
  return { tickets, signed: row ? [...named, row.metadata] : named };
}

function toldMail(row: NotificationRow, joinedAt: string): ToldMail | null {
  const settled = row.created_at > joinedAt ? null : settledAs(row, joinedAt);
  if (settled === null) return null;
  const { id, ticket_id, event, episode, recipient, updated_at } = row;
  return { id, ticket_id, event, episode, recipient, updated_at, ...settled };
}

/** Null: the team decides about it. */
function settledAs(
  { status, reason, created_at }: NotificationRow,
  joinedAt: string,
): Pick<ToldMail, 'status' | 'reason'> | null {
  // Without a reason it was too old from the first: the team finds that as well.
  if (status === 'skipped' && reason === undefined) return null;
  // Nobody was told yet, and about what is long past nobody is.
  if (status === 'due' || status === 'held')
    return isLate(created_at, joinedAt) ? { status: 'skipped', reason: writeReason('late') } : null;
  // The mail service of this machine has it and sends it, whatever becomes of the team.
  if (status === 'queued') return { status: 'sent', reason: writeReason('own-service') };
  return { status, ...(reason !== undefined && { reason }) };
}
