import { aliasId } from '../core/alias.ts';
import type { Client } from '../core/client.ts';
import { decide, type DecideContext } from '../core/decide.ts';
import type { GroupRow } from '../core/group.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from '../core/rows.ts';
import type { AliasRow, SightingRow } from '../core/signature-rows.ts';
import { sightingId } from '../core/sighting.ts';
import { automaticTicketId, makesTicket } from '../core/ticket.ts';
import { countTicket, noCounters, readCounters, type Counters } from './counters.ts';
import type { VigieDatabase } from './database.ts';

/** What is known about one signature of a project while a batch is folded. */
interface SignatureEntry {
  project: string;
  signature: string;
  group: GroupRow | null;
  ticketId: string | null;
  /** Earliest occurrence and identified clients, as far as a ticket may yet be made of them. */
  first: ErrorLogRow | null;
  clients: Client[];
}

/**
 * The rows that a batch concerns, read at once and changed in memory, so that a hundred occurrences cost a handful of bulk reads and
 * writes. Lives and dies within one transaction.
 */
export interface WorkingSet {
  signatures: Map<string, SignatureEntry>;
  sightings: Map<string, SightingRow>;
  /** Keys of `signatures` and `sightings` that are to be written. */
  touched: Set<string>;
  counters: Counters;
  /** Clients seen with a signature, by any install. */
  knownClients: Set<string>;
  tickets: Map<string, TicketRow>;
  changedTickets: Map<string, { before: TicketRow | null; after: TicketRow }>;
  aliases: AliasRow[];
  history: Map<string, HistoryRow>;
  /** Occurrences whose error is resolved and stays so. */
  resolved: ErrorLogRow[];
}

/** One text per project and signature. Project ids are of one length, so no two pairs share one. */
function keyOf(project: string, signature: string): string {
  return `${project} ${signature}`;
}

function clientKey(project: string, signature: string, client: string): string {
  return `${client} ${keyOf(project, signature)}`;
}

/** Reads what the rows concern. Call inside the transaction that saves it. */
export async function loadWorkingSet(
  db: VigieDatabase,
  rows: readonly ErrorLogRow[],
  context: DecideContext,
): Promise<WorkingSet> {
  const set: WorkingSet = {
    signatures: new Map(),
    sightings: new Map(),
    touched: new Set(),
    counters: noCounters(),
    knownClients: new Set(),
    tickets: new Map(),
    changedTickets: new Map(),
    aliases: [],
    history: new Map(),
    resolved: [],
  };
  [set.counters] = await Promise.all([
    readCounters(db),
    readGroups(db, set, rows),
    readSightings(db, set, rows, context),
  ]);
  await readAliases(db, set);
  await Promise.all([readTickets(db, set), readClients(db, set, rows, context), readBefore(db, set, rows, context)]);
  return set;
}

async function readGroups(db: VigieDatabase, set: WorkingSet, rows: readonly ErrorLogRow[]): Promise<void> {
  for (const { metadata } of rows) {
    const { project, signature } = metadata;
    const entry = { project, signature, group: null, ticketId: null, first: null, clients: [] };
    set.signatures.set(keyOf(project, signature), entry);
  }
  const entries = [...set.signatures.values()];
  const groups = await db.groups.bulkGet(entries.map(({ project, signature }) => [project, signature]));
  entries.forEach((entry, index) => {
    entry.group = groups[index] ?? null;
    entry.ticketId = entry.group?.ticket_id ?? null;
  });
}

async function readSightings(
  db: VigieDatabase,
  set: WorkingSet,
  rows: readonly ErrorLogRow[],
  { install, epoch }: DecideContext,
): Promise<void> {
  const ids = new Set(rows.map(({ metadata }) => sightingId({ install, epoch, ...metadata })));
  const found = await db.cm_error_sightings.bulkGet([...ids]);
  for (const row of found) if (row) set.sightings.set(row.id, row);
}

/** The group mirrors the alias, so only signatures without a ticket (or never seen here) are looked up. */
async function readAliases(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const open = [...set.signatures.values()].filter(({ ticketId }) => ticketId === null);
  if (open.length === 0) return;
  const found = await db.cm_signature_aliases.bulkGet(open.map((entry) => aliasId(entry.project, entry.signature)));
  open.forEach((entry, index) => {
    entry.ticketId = found[index]?.ticket_id ?? null;
  });
}

async function readTickets(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const ids = new Set([...set.signatures.values()].map(ticketIdOf));
  const found = await db.cm_support_tickets.bulkGet([...ids]);
  for (const row of found) if (row) set.tickets.set(row.id, row);
}

function ticketIdOf({ ticketId, project, signature }: SignatureEntry): string {
  return ticketId ?? automaticTicketId(project, signature);
}

/** Which clients other installs have seen already, where this one sees them for the first time. */
async function readClients(
  db: VigieDatabase,
  set: WorkingSet,
  rows: readonly ErrorLogRow[],
  { install, epoch }: DecideContext,
): Promise<void> {
  const keys = new Map<string, [string, string, string]>();
  for (const { metadata } of rows) {
    const { project, signature, client_id } = metadata;
    if (client_id === null || !set.signatures.get(keyOf(project, signature))?.group) continue;
    if (set.sightings.has(sightingId({ install, epoch, ...metadata }))) continue;
    keys.set(clientKey(project, signature, client_id), [project, signature, client_id]);
  }
  if (keys.size === 0) return;
  const found = await db.cm_error_sightings
    .where('[project+signature+client_id]')
    .anyOf([...keys.values()])
    .toArray();
  for (const { project, signature, client_id } of found) {
    set.knownClients.add(clientKey(project, signature, client_id ?? ''));
  }
}

/** What came before the ticket, for signatures that this batch takes over the threshold. */
async function readBefore(
  db: VigieDatabase,
  set: WorkingSet,
  rows: readonly ErrorLogRow[],
  { settings }: DecideContext,
): Promise<void> {
  const due = rows.flatMap((row) => {
    const entry = set.signatures.get(keyOf(row.metadata.project, row.metadata.signature));
    const waiting = entry?.group && entry.ticketId === null;
    return waiting && (entry.group?.ticketing || makesTicket(row, settings.tickets)) ? [entry] : [];
  });
  const entries = [...new Set(due)];
  if (entries.length === 0) return;
  const [first, sightings] = await Promise.all([
    db.cm_error_logs.bulkGet(entries.map(({ group }) => group?.first_error_id ?? '')),
    db.cm_error_sightings
      .where('[project+signature]')
      .anyOf(entries.map(({ project, signature }) => [project, signature]))
      .toArray(),
  ]);
  entries.forEach((entry, index) => {
    entry.first = first[index] ?? null;
  });
  for (const sighting of sightings) {
    set.signatures.get(keyOf(sighting.project, sighting.signature))?.clients.push(sighting);
  }
}

/** Decides about the next occurrence of the batch and takes its changes in. */
export function fold(set: WorkingSet, row: ErrorLogRow, context: DecideContext): void {
  const { project, signature, client_id } = row.metadata;
  const entry = set.signatures.get(keyOf(project, signature));
  if (!entry) throw new Error('The working set was loaded for other rows');
  const client = clientKey(project, signature, client_id ?? '');
  const sighting = set.sightings.get(sightingId({ ...context, ...row.metadata })) ?? null;
  const ticket = set.tickets.get(ticketIdOf(entry)) ?? null;
  const state = { ...entry, sighting, ticket, clientKnown: sighting !== null || set.knownClients.has(client) };
  const changes = decide(state, row, context);
  set.touched.add(keyOf(project, signature)).add(changes.sighting.id);
  set.counters.occurrences += row.metadata.count;
  entry.group = changes.group;
  entry.ticketId = changes.group.ticket_id;
  if (changes.group.first_error_id === row.id) entry.first = row;
  entry.clients.push(row.metadata);
  set.knownClients.add(client);
  set.sightings.set(changes.sighting.id, changes.sighting);
  if (changes.alias) set.aliases.push(changes.alias);
  if (changes.occurrence.resolved) set.resolved.push(changes.occurrence);
  for (const line of changes.history) if (!set.history.has(line.id)) set.history.set(line.id, line);
  if (changes.ticket) takeTicket(set, ticket, changes.ticket);
}

function takeTicket(set: WorkingSet, before: TicketRow | null, after: TicketRow): void {
  const stored = set.changedTickets.get(after.id);
  set.changedTickets.set(after.id, { before: stored ? stored.before : before, after });
  set.tickets.set(after.id, after);
  if (before?.statut !== after.statut) countTicket(set.counters, before?.statut ?? null, after.statut);
}

/** What is to be written of the rows that were read. */
export function changedRows(set: WorkingSet): { groups: GroupRow[]; sightings: SightingRow[]; tickets: TicketRow[] } {
  return {
    groups: [...set.signatures].flatMap(([key, { group }]) => (group && set.touched.has(key) ? [group] : [])),
    sightings: [...set.sightings.values()].filter(({ id }) => set.touched.has(id)),
    tickets: [...set.changedTickets.values()].map(({ after }) => after),
  };
}
