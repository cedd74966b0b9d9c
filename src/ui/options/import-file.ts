import { BACKUP_VERSION, backupParts, readBackup, type BackupRows } from '../../core/backup.ts';
import type { ImportOutcome } from '../../messages/protocol.ts';
import { OWN_MESSAGE_LIMIT } from '../../messages/requests.ts';

/** Why a file cannot be imported at all. The codes are keys of the texts. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
  readonly code: 'unreadable' | 'not-json' | 'not-backup' | 'newer';
  /** Of the file, when it is too new. */
  readonly version: string;

  constructor(code: ImportRefusal['code'], version = '') {
    super(code);
    this.code = code;
    this.version = version;
  }
}

/** The tables of a chosen file. @throws ImportRefusal */
export async function readImportFile(file: Blob): Promise<BackupRows> {
  const value = parseJson(await readText(file));
  const backup = readBackup(value);
  if (!backup.ok) {
    if (backup.code === 'newer-backup') throw new ImportRefusal('newer', versionOf(value));
    throw new ImportRefusal('not-backup');
  }
  // Any JSON with a number called "version" would pass as a backup without tables.
  if (Object.keys(backup.tables).length === 0) throw new ImportRefusal('not-backup');
  return backup.tables;
}

async function readText(file: Blob): Promise<string> {
  try {
    return await file.text();
  } catch {
    // Moved, deleted or locked since it was chosen.
    throw new ImportRefusal('unreadable');
  }
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows put a byte order mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new ImportRefusal('not-json');
  }
}

function versionOf(value: unknown): string {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : '';
  return `${String(version)} > ${String(BACKUP_VERSION)}`;
}

export interface ImportPart {
  tables: BackupRows;
  last: boolean;
  rows: number;
}

/** What the messages themselves need besides the rows. */
const PART_LIMIT = OWN_MESSAGE_LIMIT - 10_000;

/** The tables in parts that fit a message by their size too; a row that fits none is left to `refused`. */
export function* sendableParts(
  tables: BackupRows,
  refused: (table: string, row: unknown) => void,
  limit: number = PART_LIMIT,
): Generator<ImportPart> {
  for (const part of backupParts(tables)) {
    const [entry] = Object.entries(part.tables);
    if (part.last || entry === undefined) {
      yield { ...part, rows: 0 };
      continue;
    }
    const [table, rows] = entry;
    for (const piece of fitting(table, rows, refused, limit)) {
      yield { tables: { [table]: piece }, last: false, rows: piece.length };
    }
  }
}

/** Halves what is too large until it fits. */
function* fitting(
  table: string,
  rows: unknown[],
  refused: (table: string, row: unknown) => void,
  limit: number,
): Generator<unknown[]> {
  if (JSON.stringify(rows).length <= limit) {
    yield rows;
    return;
  }
  const [only] = rows;
  if (rows.length === 1) {
    refused(table, only);
    return;
  }
  const middle = Math.ceil(rows.length / 2);
  yield* fitting(table, rows.slice(0, middle), refused, limit);
  yield* fitting(table, rows.slice(middle), refused, limit);
}

/** The outcomes of several parts as one. */
export function addOutcome(sum: ImportOutcome, part: ImportOutcome): ImportOutcome {
  return {
    added: sum.added + part.added,
    updated: sum.updated + part.updated,
    kept: sum.kept + part.kept,
    refused: [...sum.refused, ...part.refused],
  };
}
