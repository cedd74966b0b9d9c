import type { BackupFile } from '../../core/backup.ts';

/** Rows turned into text at once: a backup can be longer than the longest string that a browser allows. */
const ROWS_AT_ONCE = 500;

/** A backup as a JSON file, the same as `JSON.stringify` would write. */
export function backupBlob(backup: BackupFile): Blob {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(backup)) {
    parts.push(parts.length === 0 ? '{' : ',', JSON.stringify(name), ':');
    if (Array.isArray(value)) parts.push(...arrayParts(value));
    else parts.push(JSON.stringify(value));
  }
  parts.push('}');
  return new Blob(parts, { type: 'application/json' });
}

function* arrayParts(rows: readonly unknown[]): Generator<string> {
  yield '[';
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const text = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE)).slice(1, -1);
    yield start === 0 ? text : `,${text}`;
  }
  yield ']';
}

/** How many rows a backup holds. */
export function rowCount(tables: object): number {
  return Object.values(tables).reduce((sum: number, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** "vigie-2025-11-22-2143.json", in local time: the name that a person will look for. */
export function backupName(now: Date): string {
  const day = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `vigie-${day}-${two(now.getHours())}${two(now.getMinutes())}.json`;
}
