import { defaultSite } from '../../src/core/project.ts';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { NOW, occurrence } from '../core/samples.ts';
import type { NewOccurrence } from '../../src/storage/local-rows.ts';

let opened = 0;

/** A database of its own for one test. */
export function freshDatabase(): VigieDatabase {
  opened += 1;
  return new VigieDatabase(`test-${opened}`);
}

/** The row as ingest hands it over. */
export function captured(row: ErrorLogRow, tab: number | null = null, origin = 'https://shop.example'): NewOccurrence {
  const site = { ...defaultSite(row.metadata.url, NOW), id: row.metadata.project };
  return { row, site, tab, origin };
}

export function numbers(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** So many occurrences of one error. */
export function identical(count: number, from = 1): NewOccurrence[] {
  return numbers(count, from).map((number) => captured(occurrence(number)));
}

/** Every row of every table, sorted by key. */
export async function everything(db: VigieDatabase): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}
