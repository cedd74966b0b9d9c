import type { Table } from 'dexie';
import { BACKUP_TABLES, isBackupTable, parseBackupRow, type BackupRows } from '../core/backup.ts';
import { cleanText } from '../core/fields.ts';
import { mergeRow } from '../core/merge.ts';
import type { SharedRow, SharedTable } from '../core/row-schemas.ts';
import type { ErrorLogRow, TicketRow } from '../core/rows.ts';
import { isTeamSetting } from '../core/sync/team-settings.ts';
import { clip } from '../core/text.ts';
import { countTicket, readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { countDays } from './days.ts';
import { passOnSeen } from './merged-tickets.ts';
import { finishRebuild, markRebuild } from './rebuild.ts';
import { hasTeam } from './team.ts';

/** Rows new here, rows that changed an older copy, rows that changed nothing, and rows that are none. */
export interface Imported {
  added: number;
  updated: number;
  kept: number;
  refused: { table: string; id: string; reason: string }[];
}

/**
 * Merges a part of a backup. Each part is one transaction; the counter rows follow when `last` closes the import, or at the next start
 * if it is never closed. Importing the same again changes nothing. Tables may be named as in the file or as in the database. What a team has
 * in common is its administrators' to change, so in a team such rows are refused.
 */
export async function importTables(db: VigieDatabase, tables: BackupRows, last: boolean): Promise<Imported> {
  const outcome: Imported = { added: 0, updated: 0, kept: 0, refused: [] };
  for (const [name, rows] of Object.entries(tables)) {
    const table = name === 'cm_settings' ? name : isBackupTable(name) ? BACKUP_TABLES[name] : null;
    if (table !== null) await importRows(db, table, rows, outcome);
    else if (rows.length > 0) outcome.refused.push({ table: name, id: '', reason: 'Unknown table' });
  }
  if (last) await finishRebuild(db);
  return outcome;
}

async function importRows(
  db: VigieDatabase,
  table: SharedTable,
  values: readonly unknown[],
  outcome: Imported,
): Promise<void> {
  const incoming = new Map<string, SharedRow>();
  for (const value of values) {
    const result = parseBackupRow(table, value);
    if (!result.ok) {
      outcome.refused.push({ table, id: idOf(value), reason: result.reason });
      continue;
    }
    const key = keyOf(result.row);
    const twin = incoming.get(key);
    incoming.set(key, twin ? mergeRow(table, twin, result.row) : result.row);
    if (twin) outcome.kept += 1;
  }
  if (incoming.size === 0) return;
  const store: Table<SharedRow, string, SharedRow> = db.table(table);
  const derived = [db.meta, db.error_days, db.type_days, db.client_days, db.cm_settings];
  await db.transaction('rw', [store, ...derived], async () => {
    const existing = await store.bulkGet([...incoming.keys()]);
    const wanted = [...incoming.values()].flatMap((row, index): Change[] => {
      const before = existing[index];
      const after = before ? mergeRow(table, before, row) : row;
      return after === before ? [] : [{ before, after }];
    });
    const changes = (await hasTeam(db)) ? withoutTeamRows(table, wanted, outcome) : wanted;
    const added = changes.filter(({ before }) => before === undefined).length;
    outcome.added += added;
    outcome.updated += changes.length - added;
    outcome.kept += incoming.size - wanted.length;
    if (changes.length === 0) return;
    await store.bulkPut(changes.map(({ after }) => after));
    await Promise.all([markRebuild(db), countTickets(db, changes), countDays(db, newOccurrences(changes))]);
    await passOnSeen(db, ticketsOf(changes));
  });
}

interface Change {
  before: SharedRow | undefined;
  after: SharedRow;
}

/** The changes that are this browser's to make; the others are refused. */
function withoutTeamRows(table: SharedTable, changes: readonly Change[], { refused }: Imported): Change[] {
  const ofTeam = (key: string) =>
    table === 'cm_notification_templates' || (table === 'cm_settings' && isTeamSetting(key));
  return changes.filter(({ after }) => {
    const id = keyOf(after);
    if (!ofTeam(id)) return true;
    refused.push({ table, id, reason: 'Belongs to the team: an administrator changes it in the options' });
    return false;
  });
}

function newOccurrences(changes: readonly Change[]): ErrorLogRow[] {
  return changes.flatMap(({ before, after }) => (before === undefined && 'stack_trace' in after ? [after] : []));
}

function ticketsOf(changes: readonly Change[]): TicketRow[] {
  return changes.flatMap(({ after }) => ('statut' in after ? [after] : []));
}

async function countTickets(db: VigieDatabase, changes: readonly Change[]): Promise<void> {
  const counters = await readCounters(db);
  for (const { before, after } of changes) {
    if (!('statut' in after)) return;
    const from = before && 'statut' in before ? before.statut : null;
    if (from !== after.statut) countTicket(counters, from, after.statut);
  }
  await writeCounters(db, counters);
}

function keyOf(row: SharedRow): string {
  return 'key' in row ? row.key : row.id;
}

/** For the report of a refused row; its text is as untrusted as the rest. */
function idOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const id = 'id' in value ? value.id : 'key' in value ? value.key : '';
  return typeof id === 'string' ? clip(cleanText(id), 100) : '';
}
