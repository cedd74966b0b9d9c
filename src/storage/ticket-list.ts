import { Dexie, type Collection } from 'dexie';
import {
  TICKET_PRIORITIES,
  type TicketPriority,
  type TicketRow,
  type TicketSource,
  type TicketStatus,
} from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { tickets, ticketsNumbered } from './queries.ts';

/* The list of tickets in every order that it can have, page by page along an index. */

export const TICKET_ORDERS = ['updated', 'created', 'priority', 'monitoring'] as const;
/** Last changed, last created, or of the highest priority first; or by the end of their watch, of tickets under watch only. */
export type TicketOrder = (typeof TICKET_ORDERS)[number];

export interface TicketQuery {
  order: TicketOrder;
  limit: number;
  /** The last row of the page before. */
  after?: TicketRow;
  /** Jumped to by an index where the order is `updated`, and in others by going through all. */
  statut?: TicketStatus;
  project?: string;
  priorite?: TicketPriority;
  source?: TicketSource;
}

const MIN = Dexie.minKey;
const MAX: unknown = Dexie.maxKey;

function newest<Row, Key, Insert>(range: Collection<Row, Key, Insert>, limit: number): Promise<Row[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  return range.reverse().limit(limit).toArray();
}

/** The next tickets in this order. */
export function ticketPage(db: VigieDatabase, query: TicketQuery): Promise<TicketRow[]> {
  if (query.order === 'created') return byCreation(db, query);
  if (query.order === 'priority') return byPriority(db, query);
  if (query.order === 'monitoring') return byMonitoring(db, query);
  return byChange(db, query);
}

function byChange(db: VigieDatabase, query: TicketQuery): Promise<TicketRow[]> {
  const { after, statut, project, priorite, source, limit } = query;
  if (statut === undefined && project === undefined) {
    if (priorite !== undefined) return ofPriority(db, priorite, after, limit);
    if (source !== undefined) return alike(db, 'source', source, after, limit);
  }
  return tickets(db, {
    limit,
    ...(after !== undefined && { before: after }),
    ...(statut !== undefined && { statut }),
    ...(project !== undefined && { project }),
  });
}

function ofPriority(
  db: VigieDatabase,
  priority: TicketPriority,
  after: TicketRow | undefined,
  limit: number,
): Promise<TicketRow[]> {
  return alike(db, 'priorite', priority, after, limit);
}

/** Those that have this value in a field, last changed first. */
function alike(
  db: VigieDatabase,
  field: 'priorite' | 'source',
  value: string,
  after: TicketRow | undefined,
  limit: number,
): Promise<TicketRow[]> {
  const end = after ? [after.updated_at, after.id] : [MAX];
  const range = db.cm_support_tickets
    .where(`[${field}+updated_at+id]`)
    .between([value, MIN], [value, ...end], true, false);
  return newest(range, limit);
}

function byCreation(db: VigieDatabase, { after, limit }: TicketQuery): Promise<TicketRow[]> {
  const end = after ? [after.created_at, after.id] : [MAX];
  return newest(db.cm_support_tickets.where('[created_at+id]').between([MIN], end, true, false), limit);
}

/** One priority after the other, each last changed first. */
async function byPriority(db: VigieDatabase, { after, limit }: TicketQuery): Promise<TicketRow[]> {
  const rest = TICKET_PRIORITIES.slice(after ? TICKET_PRIORITIES.indexOf(after.priorite) : 0);
  const rows: TicketRow[] = [];
  for (const priority of rest) {
    const within = after?.priorite === priority ? after : undefined;
    rows.push(...(await ofPriority(db, priority, within, limit - rows.length)));
    if (rows.length >= limit) break;
  }
  return rows;
}

/** Null is no key: only tickets under watch are in this index. */
function byMonitoring(db: VigieDatabase, { after, limit }: TicketQuery): Promise<TicketRow[]> {
  const start = after ? [after.metadata.monitoring_until, after.id] : [MIN];
  return db.cm_support_tickets
    .where('[metadata.monitoring_until+id]')
    .between(start, [MAX], false, true)
    .limit(limit)
    .toArray();
}

/** A ticket that is called by its number is found whatever its age, and whatever else is chosen. @param q what somebody typed. */
export async function ticketsCalled(db: VigieDatabase, q: string): Promise<TicketRow[]> {
  const number = q.trim().toUpperCase();
  return /^V-[0-9A-Z]+$/u.test(number) ? ticketsNumbered(db, number) : [];
}

/** Everyone to whom a ticket is assigned, by name. */
export async function assignees(db: VigieDatabase): Promise<string[]> {
  const names = await db.cm_support_tickets.orderBy('metadata.assigned_to').uniqueKeys();
  return names.map(String).toSorted((a, b) => a.localeCompare(b));
}
