import { backupParts, readBackup, type BackupRows } from '../../src/core/backup.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { exportTables } from '../../src/storage/export.ts';
import { importTables, type Imported } from '../../src/storage/import.ts';
import { NOW } from '../core/samples.ts';

/** As through a file. */
export async function exported(db: VigieDatabase): Promise<BackupRows> {
  const file: unknown = JSON.parse(JSON.stringify(await exportTables(db, NOW)));
  const result = readBackup(file);
  if (!result.ok) throw new Error(result.code);
  return result.tables;
}

export async function importAll(db: VigieDatabase, tables: BackupRows, rowsPerPart = 10): Promise<Imported> {
  const sum: Imported = { added: 0, updated: 0, kept: 0, refused: [] };
  for (const part of backupParts(tables, { rows: rowsPerPart, units: 1_000_000 })) {
    const { added, updated, kept, refused } = await importTables(db, part.tables, part.last);
    sum.added += added;
    sum.updated += updated;
    sum.kept += kept;
    sum.refused.push(...refused);
  }
  return sum;
}
