import { Dexie } from 'dexie';
import type { DecideContext } from '../core/decide-context.ts';
import { arrived } from '../core/decide.ts';
import { parseRow } from '../core/row-schemas.ts';
import type { TicketRow } from '../core/rows.ts';
import { isShared } from '../core/self-test-project.ts';
import type { SignatureStateRow } from '../core/signature-rows.ts';
import { writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { countDays } from './days.ts';
import { escalate } from './escalate.ts';
import { newsOfFrequency } from './frequency.ts';
import { noteMade, noteTold, stillSeen } from './pending-requests.ts';
import { countInTabs, type TabCount } from './tabs.ts';
import { loadWorkingSet } from './load-working-set.ts';
import { noteNew } from './new-signatures.ts';
import { writeNews } from './news.ts';
import { enqueue, teamTables } from './outbox.ts';
import { writeReleases } from './releases.ts';
import { markOccurrences } from './resolved.ts';
import { addHistory } from './history.ts';
import { noteFacts } from './team-changes.ts';
import { changedRows, fold, keyOf, type WorkingSet } from './working-set.ts';
import type { NewOccurrence } from './local-rows.ts';

/** What became of a batch. Whatever is named in it need not be sent again. */
export interface Applied {
  stored: string[];
  /** Stored by an earlier delivery, or named twice in this one. */
  duplicates: string[];
  /** What is no row, with the reason. */
  refused: { id: string; reason: string }[];
  /** The pages whose number changed. */
  tabs: TabCount[];
  created: TicketRow[];
  /** Tickets whose error is back. */
  reopened: TicketRow[];
  /** Whether errors wait for the next sweep, which gives them their tickets. */
  waits: boolean;
}

/**
 * Stores a batch of occurrences with all that follows from it, in one transaction: either everything is there afterwards or nothing.
 * A batch that is delivered again changes nothing and is acknowledged again. What is no valid row is refused alone.
 */
export async function applyOccurrences(
  db: VigieDatabase,
  items: readonly NewOccurrence[],
  context: DecideContext,
): Promise<Applied> {
  const { valid, duplicates, refused } = sortOut(items, context.now);
  const applied: Applied = { stored: [], duplicates, refused, tabs: [], created: [], reopened: [], waits: false };
  if (valid.length === 0) return applied;
  await db.transaction('rw', writtenTables(db), async () => {
    const waiting = await stillWaiting(db, valid);
    for (const { sentAs } of valid.filter((item) => !waiting.includes(item))) duplicates.push(sentAs);
    if (waiting.length > 0) await store(db, waiting, context, applied);
  });
  return applied;
}

type Valid = NewOccurrence & { sentAs: string };

async function store(
  db: VigieDatabase,
  valid: readonly Valid[],
  context: DecideContext,
  applied: Applied,
): Promise<void> {
  // One wait for all that does not depend on each other: the waits are what a batch costs beside its writes.
  const [fresh, set] = await Promise.all([addNew(db, valid), loadWorkingSet(db, valid, context)]);
  for (const { row, sentAs } of valid) (fresh.has(row.id) ? applied.stored : applied.duplicates).push(sentAs);
  const added = valid.filter(({ row }) => fresh.has(row.id));
  if (added.length === 0) return;
  const rows = added.map(({ row }) => row);
  for (const row of rows) fold(set, row, context);
  await noteFacts(db, {
    errors: rows,
    ...changedRows(set),
    aliases: set.aliases,
    states: [...set.decided.values()],
  });
  const [tabs] = await Promise.all([
    countInTabs(db, added, context.now),
    addSites(db, added),
    save(db, set),
    countDays(db, rows),
  ]);
  applied.tabs = tabs;
  applied.waits = set.waiting.length > 0;
  const touched = ticketsOf(set, added);
  const frequent = await newsOfFrequency(db, set, rows, context);
  await Promise.all([writeNews(db, [...set.news, ...frequent], context.now), escalate(db, touched, context)]);
  await noteWitnesses(db, added);
  for (const { before, after } of set.changedTickets.values()) {
    if (!before) applied.created.push(after);
    else if (before.metadata.episode < after.metadata.episode) applied.reopened.push(after);
  }
}

/** The tickets that these occurrences belong to, as they are now. */
function ticketsOf({ signatures, tickets }: WorkingSet, added: readonly Valid[]): TicketRow[] {
  const ids = new Set(
    added.map(({ row: { metadata } }) => signatures.get(keyOf(metadata.project, metadata.signature))?.ticketId ?? ''),
  );
  return [...ids].flatMap((id) => tickets.get(id) ?? []);
}

/** Without what the browser saw and the page told in the meantime: that is stored as the page's. */
async function stillWaiting(db: VigieDatabase, valid: readonly Valid[]): Promise<readonly Valid[]> {
  const seen = valid.filter(({ witness }) => witness === 'browser');
  if (seen.length === 0) return valid;
  const waiting = await stillSeen(
    db,
    seen.map(({ row }) => row.id),
  );
  return valid.filter((item) => item.witness !== 'browser' || waiting.has(item.row.id));
}

async function noteWitnesses(db: VigieDatabase, added: readonly Valid[]): Promise<void> {
  await noteTold(
    db,
    added.flatMap(({ witness }) => (typeof witness === 'object' ? [witness.page] : [])),
  );
  await noteMade(
    db,
    added.flatMap(({ witness, row }) => (witness === 'browser' ? [row.id] : [])),
  );
}

function writtenTables(db: VigieDatabase) {
  return [
    db.cm_error_logs,
    db.cm_support_tickets,
    db.cm_support_ticket_history,
    db.cm_error_sightings,
    db.cm_signature_aliases,
    db.cm_signature_states,
    db.cm_notifications,
    db.cm_sites,
    db.cm_settings,
    db.groups,
    ...teamTables(db),
    db.releases,
    db.new_signatures,
    db.error_days,
    db.type_days,
    db.client_days,
    db.tab_groups,
    db.tab_pages,
    db.pending_requests,
  ];
}

function sortOut(items: readonly NewOccurrence[], now: string) {
  const valid = new Map<string, NewOccurrence & { sentAs: string }>();
  const duplicates: string[] = [];
  const refused: Applied['refused'] = [];
  for (const item of items) {
    const result = parseRow('cm_error_logs', item.row);
    const sentAs = item.row.id;
    if (!result.ok) refused.push({ id: sentAs, reason: result.reason });
    else if (valid.has(result.row.id)) duplicates.push(sentAs);
    else valid.set(result.row.id, { ...item, row: arrived(result.row, now), sentAs });
  }
  return { valid: [...valid.values()], duplicates, refused };
}

/** Adds first and asks afterwards: that an id exists already is rare, and looking each up would cost as much as writing it. */
async function addNew(db: VigieDatabase, items: readonly NewOccurrence[]): Promise<Set<string>> {
  const rows = items.map(({ row }) => row);
  try {
    await db.cm_error_logs.bulkAdd(rows);
    return new Set(rows.map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const positions = Object.entries(error.failuresByPos);
    for (const [, failure] of positions) if (failure.name !== 'ConstraintError') throw failure;
    const known = new Set(positions.map(([position]) => Number(position)));
    return new Set(rows.filter((_, position) => !known.has(position)).map(({ id }) => id));
  }
}

async function addSites(db: VigieDatabase, items: readonly NewOccurrence[]): Promise<void> {
  const sites = new Map(items.map(({ site }) => [site.id, site]));
  const found = await db.cm_sites.bulkGet([...sites.keys()]);
  for (const row of found) if (row) sites.delete(row.id);
  if (sites.size === 0) return;
  await db.cm_sites.bulkAdd([...sites.values()]);
  await enqueue(db, 'cm_sites', [...sites.keys()].filter(isShared));
}

async function save(db: VigieDatabase, set: WorkingSet): Promise<void> {
  const { groups, sightings, tickets } = changedRows(set);
  await Promise.all([
    db.groups.bulkPut(groups),
    db.cm_error_sightings.bulkPut(sightings),
    writeCounters(db, set.counters),
    set.aliases.length > 0 && db.cm_signature_aliases.bulkAdd(set.aliases),
    tickets.length > 0 && db.cm_support_tickets.bulkPut(tickets),
    set.history.size > 0 && addHistory(db, [...set.history.values()]),
    set.resolved.length > 0 && db.cm_error_logs.bulkPut(set.resolved),
    writeReleases(db, set.releases),
    noteNew(db, set),
  ]);
  await saveDecided(db, [...set.decided.values()]);
}

/** Resolved errors that are back, with every occurrence of theirs. */
async function saveDecided(db: VigieDatabase, states: readonly SignatureStateRow[]): Promise<void> {
  if (states.length === 0) return;
  await db.cm_signature_states.bulkPut([...states]);
  for (const { project, signature } of states) await markOccurrences(db, project, signature, false);
}
