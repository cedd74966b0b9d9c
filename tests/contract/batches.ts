import type { ErrorLogRow } from '../../src/core/rows.ts';
import { sightingId } from '../../src/core/sighting.ts';
import type { SightingRow } from '../../src/core/signature-rows.ts';
import { uuid } from '../core/samples.ts';

export const INSTALL = uuid(700);
export const ALICE = { client_id: uuid(901), client_email: 'alice@example.com' };

/** What an install has counted once it saw these for the first time. */
export function tallies(rows: readonly ErrorLogRow[], install = INSTALL): SightingRow[] {
  const byId = new Map<string, SightingRow>();
  for (const { timestamp, metadata } of rows) {
    const { project, signature, client_id, client_email, count } = metadata;
    const key = { install, epoch: 1, project, signature, client_id, client_email };
    const id = sightingId(key);
    const known = byId.get(id)?.count ?? 0;
    byId.set(id, { id, ...key, count: known + count, first_seen: timestamp, last_seen: timestamp });
  }
  return [...byId.values()];
}

/** A push of these alone. */
export function batchOf(...errors: ErrorLogRow[]) {
  return { install: INSTALL, errors, sightings: tallies(errors) };
}
