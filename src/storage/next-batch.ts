import { aliasId } from '../core/alias.ts';
import type { CommandRow } from '../core/commands/command.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { SightingRow } from '../core/signature-rows.ts';
import { CALL_LIMITS, type PushedRows, type PushedTable } from '../core/sync/protocol.ts';
import { pushedError } from '../core/sync/pushed-error.ts';
import { sightingId } from '../core/sighting.ts';
import type { VigieDatabase } from './database.ts';
import type { Install } from './install.ts';
import { entriesOf, oldestEntries } from './outbox.ts';
import { areOwn } from './provisional.ts';
import type { OutboxRow } from './local-rows.ts';
import { subjectOfCommand, toldAbout, toldTables, type Subject } from './told.ts';

/** What one call brings, and the entries of the outbox that it answers for. */
export interface Batch {
  rows: PushedRows;
  /** Of its tallies: one call speaks of one. */
  epoch: number;
  entries: OutboxRow[];
}

/** Sites go first, for what belongs to them. */
const SITES = 100;

/**
 * The next entries that one call may bring: the longest waiting ones, but no fact after a command, because the team takes the facts of a
 * batch before its commands. Empty when nothing waits.
 */
export async function nextEntries(db: VigieDatabase, limit: number = CALL_LIMITS.rows): Promise<OutboxRow[]> {
  const [sites, oldest] = await Promise.all([entriesOf(db, 'cm_sites', SITES), oldestEntries(db, limit)]);
  const others = oldest.filter(({ table }) => table !== 'cm_sites');
  const command = others.findIndex(({ table }) => table === 'cm_commands');
  const next = command === -1 ? -1 : others.findIndex((entry, index) => index > command && isFact(entry));
  return [...sites, ...(next === -1 ? others : others.slice(0, next))].slice(0, limit);
}

function isFact({ table }: OutboxRow): boolean {
  return table === 'cm_error_logs';
}

/**
 * The rows of these entries as they are now, as many as one call may bring; the entries that it answers for come with them. An entry whose
 * row is gone is answered for by sending nothing. A single row is sent whatever its size.
 */
export async function batchOf(db: VigieDatabase, entries: readonly OutboxRow[], install: Install): Promise<Batch> {
  const batch: Batch = { rows: noRows(), epoch: install.epoch, entries: [] };
  const brought = await readRows(db, entries, install, batch.rows);
  const sent = new Set<string>();
  let bytes = 0;
  for (const entry of entries) {
    const more = (brought.get(keyOf(entry)) ?? []).filter(({ id }) => !sent.has(id));
    const weight = more.reduce((sum, { row }) => sum + bytesOf(row), 0);
    const full = sent.size + more.length > CALL_LIMITS.rows || bytes + weight > CALL_LIMITS.bytes;
    const epoch = more.find((one) => one.epoch !== undefined)?.epoch ?? batch.epoch;
    if (batch.entries.length > 0 && (full || epoch !== batch.epoch)) break;
    batch.epoch = epoch;
    bytes += weight;
    for (const { id, add } of more) {
      sent.add(id);
      add();
    }
    batch.entries.push(entry);
  }
  return batch;
}

function noRows(): PushedRows {
  return { sites: [], sightings: [], errors: [], visits: [], corrections: [], commands: [], moved: [], told: [] };
}

function keyOf({ table, id }: Pick<OutboxRow, 'table' | 'id'>): string {
  return `${table} ${id}`;
}

/** A row that an entry brings along. Ids of rows of different tables never meet. */
interface Addition {
  id: string;
  row: unknown;
  /** Of a tally. */
  epoch?: number;
  add: () => void;
}

/** What each entry brings, by its key. */
async function readRows(
  db: VigieDatabase,
  entries: readonly OutboxRow[],
  install: Install,
  into: PushedRows,
): Promise<Map<string, Addition[]>> {
  const ids = (table: PushedTable) => entries.filter((entry) => entry.table === table).map(({ id }) => id);
  const facts = [db.cm_sites, db.cm_error_sightings, db.cm_error_logs, db.cm_visits, db.cm_error_corrections];
  return db.transaction('r', [...facts, db.cm_commands, ...toldTables(db), db.provisional], async () => {
    const errors = present(await db.cm_error_logs.bulkGet(ids('cm_error_logs')));
    const tallies = errors.map(({ metadata }) => sightingId({ ...install, ...metadata }));
    const [sites, sightings, visits, corrections, commands, own] = await Promise.all([
      db.cm_sites.bulkGet(ids('cm_sites')),
      db.cm_error_sightings.bulkGet(ids('cm_error_sightings')),
      db.cm_visits.bulkGet(ids('cm_visits')),
      db.cm_error_corrections.bulkGet(ids('cm_error_corrections')),
      db.cm_commands.bulkGet(ids('cm_commands')),
      db.cm_error_sightings.bulkGet(tallies),
    ]);
    // Counts come from tallies alone: without its own an error would have been seen no time at all.
    const withTally = errors.map((error, index): [string, Addition[]] => [
      keyOf({ table: 'cm_error_logs', id: error.id }),
      [...additions(into.sightings, [own[index]]), ...additions(into.errors, [pushedError(error)])],
    ]);
    into.moved.push(...(await movedOf(db, errors)));
    const brought = new Map([
      ...keyed('cm_sites', into.sites, sites),
      ...keyed('cm_error_sightings', into.sightings, sightings),
      ...withTally,
      ...keyed('cm_visits', into.visits, visits),
      ...keyed('cm_error_corrections', into.corrections, corrections),
      ...keyed('cm_commands', into.commands, commands),
    ]);
    const told = await toldAbout(db, () => subjectsOf(db, errors, present(sightings), present(commands)));
    for (const [key, mails] of told) brought.get(key)?.push(...additions(into.told, mails));
    return brought;
  });
}

/** What the entries of these rows are about. */
async function subjectsOf(
  db: VigieDatabase,
  errors: readonly ErrorLogRow[],
  sightings: readonly SightingRow[],
  commands: readonly CommandRow[],
): Promise<Map<string, Subject>> {
  const ofCommands = commands.map(async (command): Promise<[string, Subject]> => [
    keyOf({ table: 'cm_commands', id: command.id }),
    await subjectOfCommand(db, command),
  ]);
  return new Map([
    ...errors.map(({ id, metadata }): [string, Subject] => [
      keyOf({ table: 'cm_error_logs', id }),
      { signed: [metadata], tickets: [] },
    ]),
    ...sightings.map((row): [string, Subject] => [
      keyOf({ table: 'cm_error_sightings', id: row.id }),
      { signed: [row], tickets: [] },
    ]),
    ...(await Promise.all(ofCommands)),
  ]);
}

async function movedOf(db: VigieDatabase, errors: readonly ErrorLogRow[]): Promise<PushedRows['moved']> {
  const ids = new Set(errors.map(({ metadata }) => aliasId(metadata.project, metadata.signature)));
  const aliases = present(await db.cm_signature_aliases.bulkGet([...ids]));
  const moved = aliases.filter(({ reason }) => reason === 'redeploy');
  const signed = aliases.filter(({ reason }) => reason === 'algorithm');
  const own = await areOwn(
    db,
    'cm_signature_aliases',
    signed.map(({ id }) => id),
  );
  return [
    ...moved.map(({ project, signature }) => ({ project, signature })),
    ...signed
      .filter((_, index) => own[index])
      .map(({ project, signature, ticket_id }) => ({ project, signature, ticket_id })),
  ];
}

function keyed<Row extends { id: string }>(
  table: PushedTable,
  into: Row[],
  rows: readonly (Row | undefined)[],
): [string, Addition[]][] {
  return additions(into, rows).map((one) => [keyOf({ table, id: one.id }), [one]]);
}

function additions<Row extends { id: string }>(into: Row[], rows: readonly (Row | undefined)[]): Addition[] {
  return present(rows).map((row) => ({
    id: row.id,
    row,
    ...('epoch' in row && typeof row.epoch === 'number' ? { epoch: row.epoch } : {}),
    add: () => into.push(row),
  }));
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

function bytesOf(row: unknown): number {
  return new TextEncoder().encode(JSON.stringify(row)).length;
}
