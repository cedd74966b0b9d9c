import { aliasId } from './alias.ts';
import { ticketNumber } from './ids.ts';
import { templateId } from './mail/template-id.ts';
import { parseRow, type RowResult, type SharedRows, type SharedTable } from './row-schemas.ts';
import { parseSetting } from './settings.ts';
import { sightingId } from './sighting.ts';
import { signatureStateId } from './signature-state.ts';
import { visitId } from './visit.ts';

/** Version of the file's form. A file of a later one is refused: this version would silently drop what it does not know. */
export const BACKUP_VERSION = 2;

/** Name in the file → table. */
export const BACKUP_TABLES = {
  cm_sites: 'cm_sites',
  settings: 'cm_settings',
  cm_signature_aliases: 'cm_signature_aliases',
  cm_signature_states: 'cm_signature_states',
  cm_support_tickets: 'cm_support_tickets',
  cm_support_ticket_history: 'cm_support_ticket_history',
  cm_commands: 'cm_commands',
  cm_error_corrections: 'cm_error_corrections',
  cm_notifications: 'cm_notifications',
  cm_notification_templates: 'cm_notification_templates',
  cm_attachments: 'cm_attachments',
  cm_error_sightings: 'cm_error_sightings',
  cm_visits: 'cm_visits',
  cm_error_logs: 'cm_error_logs',
} as const satisfies Record<string, SharedTable>;

export type BackupTable = keyof typeof BACKUP_TABLES;

/** A full backup, without what is the install's own (its id, its counters, its tabs). */
export type BackupFile = { version: number; exported_at: string } & {
  [N in BackupTable]: SharedRows[(typeof BACKUP_TABLES)[N]][];
};

/** Untrusted rows by name of their table. */
export type BackupRows = Record<string, unknown[]>;

export type BackupResult = { ok: true; tables: BackupRows } | { ok: false; code: 'not-a-backup' | 'newer-backup' };

export function isBackupTable(name: string): name is BackupTable {
  return Object.hasOwn(BACKUP_TABLES, name);
}

/** The tables of a parsed JSON file. Their rows are looked at when they are imported. Never throws. */
export function readBackup(file: unknown): BackupResult {
  if (typeof file !== 'object' || file === null || !('version' in file)) return { ok: false, code: 'not-a-backup' };
  const { version, ...rest } = file;
  if (typeof version !== 'number') return { ok: false, code: 'not-a-backup' };
  if (version > BACKUP_VERSION) return { ok: false, code: 'newer-backup' };
  const tables = Object.entries(rest).flatMap(([name, rows]): [string, unknown[]][] =>
    Array.isArray(rows) ? [[name, rows]] : [],
  );
  return { ok: true, tables: Object.fromEntries(tables) };
}

/** A browser's message holds 64 MiB, and a part is one transaction. */
const PART = { rows: 500, units: 4_000_000 };

/**
 * The tables in parts that fit a message, small ones first, so that whatever is shown early has its names. There is always a last
 * part, because the import is closed by it. A row larger than a part is a part of its own.
 *
 * @param limit rows of a part, and UTF-16 units of their JSON.
 */
export function* backupParts(tables: BackupRows, limit = PART): Generator<{ tables: BackupRows; last: boolean }> {
  const known = Object.keys(BACKUP_TABLES).filter((name) => Object.hasOwn(tables, name));
  const unknown = Object.keys(tables).filter((name) => !isBackupTable(name));
  for (const name of [...known, ...unknown]) {
    for (const rows of pieces(tables[name] ?? [], limit)) yield { tables: { [name]: rows }, last: false };
  }
  yield { tables: {}, last: true };
}

function* pieces(rows: readonly unknown[], limit: typeof PART): Generator<unknown[]> {
  let piece: unknown[] = [];
  let units = 0;
  for (const row of rows) {
    const size = JSON.stringify(row)?.length ?? 0;
    if (piece.length > 0 && (piece.length === limit.rows || units + size > limit.units)) {
      yield piece;
      piece = [];
      units = 0;
    }
    piece.push(row);
    units += size;
  }
  if (piece.length > 0) yield piece;
}

/** A row of a backup as it may be stored. What follows from a row's other fields is not believed but derived. */
export function parseBackupRow<T extends SharedTable>(table: T, value: unknown): RowResult<SharedRows[T]> {
  const result = parseRow(table, value);
  if (!result.ok) return result;
  const derive: Derive<SharedRows[T]> | undefined = DERIVE[table];
  return derive ? derive(result.row) : result;
}

type Derive<Row> = (row: Row) => RowResult<Row>;

const DERIVE: { [T in SharedTable]?: Derive<SharedRows[T]> } = {
  // Ids that are not the derived ones would let one tally count twice, and one signature lead to two tickets.
  cm_error_sightings: (row) => ({ ok: true, row: { ...row, id: sightingId(row) } }),
  cm_signature_aliases: (row) => ({ ok: true, row: { ...row, id: aliasId(row.project, row.signature) } }),
  cm_signature_states: (row) => ({ ok: true, row: { ...row, id: signatureStateId(row.project, row.signature) } }),
  cm_notification_templates: (row) => ({ ok: true, row: { ...row, id: templateId(row) } }),
  cm_visits: (row) => ({ ok: true, row: { ...row, id: visitId(row) } }),
  cm_support_tickets: (row) => ({
    ok: true,
    row: { ...row, metadata: { ...row.metadata, number: ticketNumber(row.id) } },
  }),
  // What somebody else's browser agreed to, or this one before its data was lost, has to be asked again.
  cm_sites: (row) => ({
    ok: true,
    row: row.account === undefined ? row : { ...row, account: { ...row.account, accepted: false } },
  }),
  cm_settings: (row) => {
    const result = parseSetting(row.key, row.value);
    if (!result.ok) return { ok: false, reason: `${result.failure.code}: ${result.failure.detail}` };
    return { ok: true, row: { ...row, value: result.value } };
  },
};
