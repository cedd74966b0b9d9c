import { aliasId } from '../core/alias.ts';
import type { DecideContext } from '../core/decide-context.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import { sightingId } from '../core/sighting.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { makesTicket } from '../core/ticket.ts';
import { noCounters, readCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { readKnownClients } from './known-clients.ts';
import { survivorOf } from './merged-tickets.ts';
import { readMoved, type Placed } from './moved.ts';
import { readWaiting } from './new-signatures.ts';
import { noReleases, readReleases, type ReleaseKey } from './releases.ts';
import { keyOf, ticketIdOf, type WorkingSet } from './working-set.ts';

/** Reads what the rows concern. Call inside the transaction that saves it. */
export async function loadWorkingSet(
  db: VigieDatabase,
  items: readonly Placed[],
  context: DecideContext,
): Promise<WorkingSet> {
  const set = emptySet();
  const rows = items.map(({ row }) => row);
  [set.counters] = await Promise.all([
    readCounters(db),
    readGroups(db, set, rows),
    readSightings(db, set, rows, context),
  ]);
  await Promise.all([readAliases(db, set), readDecisions(db, set)]);
  await Promise.all([readWaiting(db, set), readMoved(db, set, items)]);
  await Promise.all([
    readTickets(db, set),
    readKnownClients(db, set, rows, context),
    readBefore(db, set, rows, context),
  ]);
  set.releases = await readReleases(db, releaseKeys(set, rows));
  return set;
}

function emptySet(): WorkingSet {
  return {
    signatures: new Map(),
    sightings: new Map(),
    touched: new Set(),
    counters: noCounters(),
    knownClients: new Set(),
    ticketClients: new Set(),
    tickets: new Map(),
    changedTickets: new Map(),
    aliases: [],
    history: new Map(),
    news: [],
    resolved: [],
    decided: new Map(),
    releases: noReleases(),
    waiting: [],
  };
}

async function readGroups(db: VigieDatabase, set: WorkingSet, rows: readonly ErrorLogRow[]): Promise<void> {
  for (const { metadata } of rows) {
    const { project, signature } = metadata;
    const nothing = { group: null, ticketId: null, moved: null, waits: false, first: null, clients: [], decided: null };
    set.signatures.set(keyOf(project, signature), { project, signature, ...nothing });
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

/**
 * The group mirrors the alias, so only signatures without a ticket (or never seen here) are looked up. An alias that came from elsewhere
 * can lead to a ticket that is part of another here.
 */
async function readAliases(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const open = [...set.signatures.values()].filter(({ ticketId }) => ticketId === null);
  if (open.length === 0) return;
  const found = await db.cm_signature_aliases.bulkGet(open.map((entry) => aliasId(entry.project, entry.signature)));
  await Promise.all(
    open.map(async (entry, index) => {
      const id = found[index]?.ticket_id;
      if (id !== undefined) entry.ticketId = (await survivorOf(db, id))?.id ?? id;
    }),
  );
}

async function readDecisions(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const entries = [...set.signatures.values()];
  const found = await db.cm_signature_states.bulkGet(
    entries.map(({ project, signature }) => signatureStateId(project, signature)),
  );
  entries.forEach((entry, index) => {
    entry.decided = found[index] ?? null;
  });
}

async function readTickets(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const ids = new Set([...set.signatures.values()].map(ticketIdOf));
  const found = await db.cm_support_tickets.bulkGet([...ids]);
  for (const row of found) if (row) set.tickets.set(row.id, row);
}

/** Of these rows, and those that have the fix of what they concern. */
function releaseKeys(set: WorkingSet, rows: readonly ErrorLogRow[]): ReleaseKey[] {
  return rows.flatMap(({ metadata }): ReleaseKey[] => {
    const { project, signature, release } = metadata;
    if (release === undefined) return [];
    const entry = set.signatures.get(keyOf(project, signature));
    const ticket = entry && set.tickets.get(ticketIdOf(entry));
    const fixes = [entry?.decided?.resolved_in ?? [], ticket?.metadata.resolved_in ?? []].flat();
    return [release, ...fixes].map((one) => ({ project, release: one }));
  });
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
