import type { Client } from './client.ts';
import { deterministicId } from './ids.ts';
import type { SightingRow } from './signature-rows.ts';

/** Whose tally a sighting is. */
export type SightingKey = Client & Pick<SightingRow, 'install' | 'epoch' | 'project' | 'signature'>;

export function sightingId({ install, epoch, project, signature, client_id }: SightingKey): string {
  return deterministicId('sighting', install, String(epoch), project, signature, client_id ?? '');
}

/** The own tally with `count` more occurrences seen at `at`. */
export function tally(sighting: SightingRow | null, key: SightingKey, at: string, count: number): SightingRow {
  if (!sighting) return { id: sightingId(key), ...key, count, first_seen: at, last_seen: at };
  return {
    ...sighting,
    // An address that becomes known (or changes) later is the better one.
    client_email: at >= sighting.last_seen ? (key.client_email ?? sighting.client_email) : sighting.client_email,
    count: sighting.count + count,
    first_seen: at < sighting.first_seen ? at : sighting.first_seen,
    last_seen: at > sighting.last_seen ? at : sighting.last_seen,
  };
}

/**
 * Two copies of one tally. Only its install writes it and numbers only grow, so the maximum is the truth and nothing counts twice.
 * The very `a` comes back when `b` has nothing to add.
 */
export function mergeSightings(a: SightingRow, b: SightingRow): SightingRow {
  const merged = {
    client_email: (isLater(a, b) ? a : b).client_email ?? a.client_email ?? b.client_email,
    count: Math.max(a.count, b.count),
    first_seen: a.first_seen < b.first_seen ? a.first_seen : b.first_seen,
    last_seen: a.last_seen > b.last_seen ? a.last_seen : b.last_seen,
  };
  const nothingNew =
    merged.count === a.count &&
    merged.client_email === a.client_email &&
    merged.first_seen === a.first_seen &&
    merged.last_seen === a.last_seen;
  return nothingNew ? a : { ...a, ...merged };
}

/** Equally late copies are told apart by their address, so that the order of merging does not matter. */
function isLater(a: SightingRow, b: SightingRow): boolean {
  if (a.last_seen !== b.last_seen) return a.last_seen > b.last_seen;
  return (a.client_email ?? '') >= (b.client_email ?? '');
}
