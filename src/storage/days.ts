import type { ErrorLogRow } from '../core/rows.ts';
import { dayOf } from '../core/visit.ts';
import type { VigieDatabase } from './database.ts';
import type { ClientDayRow, ErrorDayRow, TypeDayRow } from './local-rows.ts';

/*
 * Occurrences per day, by error, by kind and by client: what statistics of a period are made of, so that they never go through the log. Local;
 * days are days in UTC.
 */

/** Call inside the transaction that stores these occurrences for the first time. */
export async function countDays(db: VigieDatabase, rows: readonly ErrorLogRow[]): Promise<void> {
  await Promise.all([countErrors(db, rows), countTypes(db, rows), countClients(db, rows)]);
}

async function countErrors(db: VigieDatabase, rows: readonly ErrorLogRow[]): Promise<void> {
  const sums = new Map<string, ErrorDayRow>();
  for (const { timestamp, metadata } of rows) {
    const { project, signature, count } = metadata;
    const day = dayOf(timestamp);
    const key = `${day} ${project} ${signature}`;
    sums.set(key, { project, day, signature, count: (sums.get(key)?.count ?? 0) + count });
  }
  const added = [...sums.values()];
  const stored = await db.error_days.bulkGet(added.map(({ project, day, signature }) => [project, day, signature]));
  await db.error_days.bulkPut(added.map((row, index) => ({ ...row, count: row.count + (stored[index]?.count ?? 0) })));
}

async function countTypes(db: VigieDatabase, rows: readonly ErrorLogRow[]): Promise<void> {
  const sums = new Map<string, TypeDayRow>();
  for (const { timestamp, error_type, metadata } of rows) {
    const { project, count } = metadata;
    const day = dayOf(timestamp);
    const key = `${day} ${project} ${error_type}`;
    sums.set(key, { project, day, error_type, count: (sums.get(key)?.count ?? 0) + count });
  }
  const added = [...sums.values()];
  const stored = await db.type_days.bulkGet(added.map(({ project, day, error_type }) => [project, day, error_type]));
  await db.type_days.bulkPut(added.map((row, index) => ({ ...row, count: row.count + (stored[index]?.count ?? 0) })));
}

/** Nobody who is not known. */
async function countClients(db: VigieDatabase, rows: readonly ErrorLogRow[]): Promise<void> {
  const sums = new Map<string, ClientDayRow>();
  for (const { timestamp, metadata } of rows) {
    const { project, client_id, client_email, count } = metadata;
    if (client_id === null) continue;
    const day = dayOf(timestamp);
    const key = `${day} ${project} ${client_id}`;
    sums.set(key, { project, day, client_id, client_email, count: (sums.get(key)?.count ?? 0) + count });
  }
  if (sums.size === 0) return;
  const added = [...sums.values()];
  const stored = await db.client_days.bulkGet(added.map(({ project, day, client_id }) => [project, day, client_id]));
  await db.client_days.bulkPut(
    added.map((row, index) => ({
      ...row,
      client_email: row.client_email ?? stored[index]?.client_email ?? null,
      count: row.count + (stored[index]?.count ?? 0),
    })),
  );
}
