import type { ErrorLogRow } from '../../src/core/rows.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { db } from '../../src/ui/data/database.ts';
import { context, occurrence } from '../core/samples.ts';
import { captured } from '../storage/support.ts';

export { ago, INSTALL, NOW, occurrence, PROJECT, uuid } from '../core/samples.ts';

/** What a hostile page would put into every text it controls. */
export const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(1)</script> \u202Egpj.exe \u0007 =HYPERLINK("x")';

/** Stores rows as the background does, with their tickets and counters, in the database that the screens read. */
export async function store(rows: readonly ErrorLogRow[], tab: number | null = null): Promise<void> {
  await applyOccurrences(
    db,
    rows.map((row) => captured(row, tab)),
    context(),
  );
}

/** So many different errors, each a minute older than the one before. */
export function different(count: number, from = 1, newest = 0): ErrorLogRow[] {
  return Array.from({ length: count }, (_, index) =>
    occurrence(from + index, {
      message: `failure number ${String(from + index)}`,
      timestamp: new Date(Date.parse('2026-03-02T11:00:00.000Z') + newest - index * 60_000).toISOString(),
    }),
  );
}
