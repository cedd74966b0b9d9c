import { type Collection, Dexie, liveQuery } from 'dexie';
import type { GroupRow } from '../core/group.ts';
import type {
  CorrectionRow,
  ErrorLogRow,
  ErrorType,
  HistoryRow,
  SiteRow,
  TicketRow,
  TicketStatus,
} from '../core/rows.ts';
import { type SettingFailure, type Settings, settingsFrom } from '../core/settings.ts';
import type { SightingRow } from '../core/signature-rows.ts';
import { type Counters, readCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { partsOf } from './merged-tickets.ts';
import type { TabPageRow } from './local-rows.ts';
import { heard } from './unreadable.ts';

/*
 * What the screens read. Every function reads a bounded number of rows through an index, whatever the size of the tables, so that
 * each can stand in a live query.
 */

/** A group with the ticket of its signature, for the badge. */
export interface GroupWithTicket extends GroupRow {
  ticket: TicketRow | null;
}

/** What one tab produced of a group. */
export interface TabGroupWithTicket extends GroupWithTicket {
  tab_count: number;
  tab_last_seen: string;
}

/** A client of a ticket; both null: occurrences of nobody known. */
export interface AffectedClient {
  client_id: string | null;
  client_email: string | null;
  count: number;
  first_seen: string;
  last_seen: string;
}

/** The last row of the page before: any row of the list will do. */
export type GroupCursor = Pick<GroupRow, 'last_seen' | 'project' | 'signature'>;
export type TicketCursor = Pick<TicketRow, 'updated_at' | 'id'>;

export interface GroupFilter {
  limit: number;
  before?: GroupCursor;
  project?: string;
  errorType?: ErrorType;
  /** Seen at this moment or later, ISO 8601. */
  since?: string;
}

export interface TicketFilter {
  limit: number;
  before?: TicketCursor;
  statut?: TicketStatus;
  project?: string;
}

const MIN = Dexie.minKey;
const MAX: unknown = Dexie.maxKey;

/**
 * Calls `onValue` with the query's answer now and after every change of a row it read, in whichever context of the extension that
 * change was made. Told of every failure, also that the database cannot be opened. Returns what ends it.
 */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => heard(query)).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

function newest<Row, Key, Insert>(range: Collection<Row, Key, Insert>, limit: number): Promise<Row[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  return range.reverse().limit(limit).toArray();
}

/** Newest first. */
export async function recentGroups(db: VigieDatabase, filter: GroupFilter): Promise<GroupWithTicket[]> {
  return withTickets(db, await groupRows(db, filter));
}

/** The same without the tickets, for whoever looks through many. */
export function groupRows(db: VigieDatabase, filter: GroupFilter): Promise<GroupRow[]> {
  return newest(groupRange(db, filter), filter.limit);
}

/** Newest first. */
export function groupsOfProject(db: VigieDatabase, project: string, limit: number): Promise<GroupWithTicket[]> {
  return recentGroups(db, { project, limit });
}

function groupRange(db: VigieDatabase, { before, project, errorType, since }: GroupFilter): Collection<GroupRow> {
  const prefix = [...(project === undefined ? [] : [project]), ...(errorType === undefined ? [] : [errorType])];
  const index = [
    ...(project === undefined ? [] : ['project']),
    ...(errorType === undefined ? [] : ['error_type']),
    'last_seen',
    ...(project === undefined ? ['project'] : []),
    'signature',
  ];
  const end = before ? [before.last_seen, ...(project === undefined ? [before.project] : []), before.signature] : [MAX];
  return db.groups.where(`[${index.join('+')}]`).between([...prefix, since ?? MIN], [...prefix, ...end], true, false);
}

/** What the tab produced since it was opened, newest first. */
export async function groupsOfTab(db: VigieDatabase, tab: number, limit: number): Promise<TabGroupWithTicket[]> {
  const rows = await newest(db.tab_groups.where('[tab+last_seen]').between([tab, MIN], [tab, MAX]), limit);
  const groups = await db.groups.bulkGet(rows.map(({ project, signature }) => [project, signature]));
  const joined = await withTickets(
    db,
    groups.filter((group) => group !== undefined),
  );
  const byKey = new Map(joined.map((group) => [`${group.project} ${group.signature}`, group]));
  return rows.flatMap(({ project, signature, count, last_seen }) => {
    const group = byKey.get(`${project} ${signature}`);
    return group ? [{ ...group, tab_count: count, tab_last_seen: last_seen }] : [];
  });
}

export async function groupOf(
  db: VigieDatabase,
  project: string,
  signature: string,
): Promise<GroupWithTicket | undefined> {
  const group = await db.groups.get([project, signature]);
  return group && (await withTickets(db, [group]))[0];
}

/** Every signature of a ticket, newest first. */
export async function groupsOfTicket(db: VigieDatabase, ticketId: string): Promise<GroupRow[]> {
  const groups = await db.groups.where('ticket_id').equals(ticketId).toArray();
  return groups.toSorted((a, b) => (a.last_seen < b.last_seen ? 1 : -1));
}

/** Each with its ticket. */
export async function withTickets(db: VigieDatabase, groups: GroupRow[]): Promise<GroupWithTicket[]> {
  const ids = [...new Set(groups.flatMap(({ ticket_id }) => ticket_id ?? []))];
  const found = await db.cm_support_tickets.bulkGet(ids);
  const byId = new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return groups.map((group) => ({
    ...group,
    ticket: (group.ticket_id === null ? undefined : byId.get(group.ticket_id)) ?? null,
  }));
}

/** Newest first. */
export function occurrencesOf(
  db: VigieDatabase,
  project: string,
  signature: string,
  limit: number,
): Promise<ErrorLogRow[]> {
  const range = db.cm_error_logs
    .where('[metadata.project+metadata.signature+timestamp]')
    .between([project, signature, MIN], [project, signature, MAX]);
  return newest(range, limit);
}

export function occurrence(db: VigieDatabase, id: string): Promise<ErrorLogRow | undefined> {
  return db.cm_error_logs.get(id);
}

/** Last changed first. */
export function tickets(db: VigieDatabase, filter: TicketFilter): Promise<TicketRow[]> {
  const { before, statut, project, limit } = filter;
  const prefix = [...(project === undefined ? [] : [project]), ...(statut === undefined ? [] : [statut])];
  const index = [
    ...(project === undefined ? [] : ['metadata.project']),
    ...(statut === undefined ? [] : ['statut']),
    'updated_at',
    'id',
  ];
  const end = before ? [before.updated_at, before.id] : [MAX];
  const range = db.cm_support_tickets
    .where(`[${index.join('+')}]`)
    .between([...prefix, MIN], [...prefix, ...end], true, false);
  return newest(range, limit);
}

export function ticket(db: VigieDatabase, id: string): Promise<TicketRow | undefined> {
  return db.cm_support_tickets.get(id);
}

/** By the short number that people say, such as "V-7K3FQ2". Two tickets can share one, however unlikely. */
export function ticketsNumbered(db: VigieDatabase, number: string): Promise<TicketRow[]> {
  return db.cm_support_tickets.where('metadata.number').equals(number).limit(10).toArray();
}

/** Of a ticket and all that is merged into it, oldest first; of very long histories the latest `limit` entries each. */
export async function historyOf(db: VigieDatabase, ticketId: string, limit = 1_000): Promise<HistoryRow[]> {
  const ids = [ticketId, ...(await partsOf(db, ticketId))];
  const table = db.cm_support_ticket_history;
  const ranges = ids.map((id) => table.where('[ticket_id+created_at]').between([id, MIN], [id, MAX]));
  const rows = await Promise.all(ranges.map((range) => newest(range, limit)));
  return rows.flat().toSorted(byTimeThenOrder);
}

/** What was written in one transaction bears one time: a creation still comes first, and a closing after its resolution. */
function byTimeThenOrder(a: HistoryRow, b: HistoryRow): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? -1 : 1;
  return order(a) - order(b) || (a.id < b.id ? -1 : 1);
}

function order({ action }: HistoryRow): number {
  return action === 'created' ? -1 : Number(action === 'closed');
}

/** Everyone seen with one of the ticket's signatures, over all installs; last seen first. */
export async function clientsOf(db: VigieDatabase, ticketId: string): Promise<AffectedClient[]> {
  const aliases = await db.cm_signature_aliases.where('ticket_id').equals(ticketId).toArray();
  return clientsSeen(db, aliases);
}

/** Everyone seen with one of these signatures, over all installs; last seen first. */
export async function clientsSeen(
  db: VigieDatabase,
  signatures: readonly Pick<GroupRow, 'project' | 'signature'>[],
): Promise<AffectedClient[]> {
  const sightings = await db.cm_error_sightings
    .where('[project+signature]')
    .anyOf(signatures.map(({ project, signature }) => [project, signature]))
    .toArray();
  const clients = new Map<string | null, AffectedClient>();
  for (const row of sightings) {
    clients.set(row.client_id, addSighting(clients.get(row.client_id), row));
  }
  return [...clients.values()].toSorted((a, b) => (a.last_seen < b.last_seen ? 1 : -1));
}

function addSighting(client: AffectedClient | undefined, row: SightingRow): AffectedClient {
  const { client_id, client_email, count, first_seen, last_seen } = row;
  if (!client) return { client_id, client_email, count, first_seen, last_seen };
  return {
    client_id,
    client_email: last_seen >= client.last_seen ? (client_email ?? client.client_email) : client.client_email,
    count: client.count + count,
    first_seen: first_seen < client.first_seen ? first_seen : client.first_seen,
    last_seen: last_seen > client.last_seen ? last_seen : client.last_seen,
  };
}

/** Oldest first. */
export function correctionsOf(db: VigieDatabase, errorId: string): Promise<CorrectionRow[]> {
  return db.cm_error_corrections.where('error_id').equals(errorId).sortBy('applied_at');
}

/** By name. */
export async function sites(db: VigieDatabase): Promise<SiteRow[]> {
  const rows = await db.cm_sites.toArray();
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** With defaults where nothing, or something broken, is stored. */
export async function settings(db: VigieDatabase): Promise<{ settings: Settings; broken: SettingFailure[] }> {
  return settingsFrom(await db.cm_settings.toArray());
}

export function tabPage(db: VigieDatabase, tab: number): Promise<TabPageRow | undefined> {
  return db.tab_pages.get(tab);
}

export function counters(db: VigieDatabase): Promise<Counters> {
  return readCounters(db);
}

/** Occurrences looked through for the hosts that they called. */
const LATEST = 300;

/** Hosts (with scheme, without port) that the project's latest failed requests were for, most recent first; at most ten. */
export async function calledHosts(db: VigieDatabase, project: string): Promise<string[]> {
  const range = db.cm_error_logs.where('[metadata.project+timestamp]').between([project, MIN], [project, MAX]);
  const rows = await newest(range, LATEST);
  const hosts = rows.flatMap(({ error_type, source, metadata }) => {
    const address = metadata.http?.url ?? (error_type === 'resource_error' ? source : '');
    const url = URL.canParse(address) ? new URL(address) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? [`${url.protocol}//${url.hostname}`] : [];
  });
  return [...new Set(hosts)].slice(0, 10);
}
