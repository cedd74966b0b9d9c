import type { DecideContext, SeenClient, SignatureState } from '../core/decide-context.ts';
import { type Changes, decide } from '../core/decide.ts';
import type { GroupRow } from '../core/group.ts';
import type { News } from '../core/notification.ts';
import type { Moved } from '../core/redeploy.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from '../core/rows.ts';
import { sightingId } from '../core/sighting.ts';
import type { AliasRow, SightingRow, SignatureStateRow } from '../core/signature-rows.ts';
import { automaticTicketId } from '../core/ticket.ts';
import { type Counters, countTicket } from './counters.ts';
import { firstSeen, noteRelease, type Releases } from './releases.ts';
import type { NewSignatureRow } from './local-rows.ts';

/** What is known about one signature of a project while a batch is folded. */
export interface SignatureEntry {
  project: string;
  signature: string;
  group: GroupRow | null;
  ticketId: string | null;
  /** The old signature that led to that ticket, until the first occurrence of this one is folded. */
  moved: Moved | null;
  /** Whether a sweep is to say if it is an old error on another line. */
  waits: boolean;
  /** Earliest occurrence and identified clients, as far as a ticket may yet be made of them. */
  first: ErrorLogRow | null;
  clients: SeenClient[];
  /** What people decided about it. */
  decided: SignatureStateRow | null;
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
  /** Clients seen with any signature of a ticket, by any install. */
  ticketClients: Set<string>;
  tickets: Map<string, TicketRow>;
  changedTickets: Map<string, { before: TicketRow | null; after: TicketRow }>;
  aliases: AliasRow[];
  history: Map<string, HistoryRow>;
  news: News[];
  /** Occurrences whose error is resolved and stays so. */
  resolved: ErrorLogRow[];
  /** Of resolved errors that are back, by key of `signatures`. */
  decided: Map<string, SignatureStateRow>;
  releases: Releases;
  /** Of new signatures that wait. */
  waiting: NewSignatureRow[];
}

/** One text per project and signature. Project ids are of one length, so no two pairs share one. */
export function keyOf(project: string, signature: string): string {
  return `${project} ${signature}`;
}

export function clientKey(project: string, signature: string, client: string): string {
  return `${client} ${keyOf(project, signature)}`;
}

/** The same of a ticket, whichever of its signatures it was. */
export function ticketClientKey(ticket: string | null | undefined, client: string | null): string {
  return `${ticket ?? ''} ${client ?? ''}`;
}

export function ticketIdOf({ ticketId, project, signature }: SignatureEntry): string {
  return ticketId ?? automaticTicketId(project, signature);
}

/** Decides about the next occurrence of the batch and takes its changes in. */
export function fold(set: WorkingSet, row: ErrorLogRow, context: DecideContext): void {
  const { project, signature } = row.metadata;
  const entry = set.signatures.get(keyOf(project, signature));
  if (!entry) throw new Error('The working set was loaded for other rows');
  noteRelease(set.releases, row);
  const ticket = set.tickets.get(ticketIdOf(entry)) ?? null;
  const changes = decide(stateOf(set, entry, row, context), row, context);
  set.touched.add(keyOf(project, signature)).add(changes.sighting.id);
  set.counters.occurrences += row.metadata.count;
  takeSignature(set, entry, row, changes);
  set.sightings.set(changes.sighting.id, changes.sighting);
  if (changes.alias) set.aliases.push(changes.alias);
  if (changes.occurrence.resolved) set.resolved.push(changes.occurrence);
  for (const line of changes.history) if (!set.history.has(line.id)) set.history.set(line.id, line);
  set.news.push(...changes.news);
  if (changes.ticket) takeTicket(set, ticket, changes.ticket);
}

function stateOf(
  set: WorkingSet,
  entry: SignatureEntry,
  { metadata }: ErrorLogRow,
  context: DecideContext,
): SignatureState {
  const { project, signature, client_id } = metadata;
  const sighting = set.sightings.get(sightingId({ ...context, ...metadata })) ?? null;
  const clientKnown = sighting !== null || set.knownClients.has(clientKey(project, signature, client_id ?? ''));
  return {
    ...entry,
    sighting,
    ticket: set.tickets.get(ticketIdOf(entry)) ?? null,
    clientKnown,
    clientOfTicket: clientKnown || set.ticketClients.has(ticketClientKey(entry.ticketId, client_id)),
    firstSeen: (release) => firstSeen(set.releases, project, release),
  };
}

function takeSignature(set: WorkingSet, entry: SignatureEntry, row: ErrorLogRow, { group, decided }: Changes): void {
  const { project, signature, client_id, client_email } = row.metadata;
  entry.group = group;
  entry.ticketId = group.ticket_id;
  entry.moved = null;
  if (group.first_error_id === row.id) entry.first = row;
  entry.clients.push({ client_id, client_email, last_seen: row.timestamp });
  set.knownClients.add(clientKey(project, signature, client_id ?? ''));
  set.ticketClients.add(ticketClientKey(group.ticket_id, client_id));
  if (!decided) return;
  entry.decided = decided;
  set.decided.set(keyOf(project, signature), decided);
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
