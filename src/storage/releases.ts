import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import type { ReleaseRow } from './local-rows.ts';

/** When releases were first seen, by project and release; `changed` are those to write. */
export interface Releases {
  known: Map<string, ReleaseRow>;
  changed: Set<string>;
}

/** A release of a project. */
export type ReleaseKey = Pick<ReleaseRow, 'project' | 'release'>;

export function noReleases(): Releases {
  return { known: new Map(), changed: new Set() };
}

export async function readReleases(db: VigieDatabase, keys: readonly ReleaseKey[]): Promise<Releases> {
  if (keys.length === 0) return noReleases();
  const unique = new Map(keys.map((key) => [keyOf(key), key]));
  const found = await db.releases.bulkGet([...unique.values()].map(({ project, release }) => [project, release]));
  return {
    known: new Map(found.flatMap((row) => (row ? [[keyOf(row), row] as const] : []))),
    changed: new Set(),
  };
}

/** ISO 8601; null when it never was. */
export function firstSeen({ known }: Releases, project: string, release: string): string | null {
  return known.get(keyOf({ project, release }))?.first_seen ?? null;
}

/** The earliest occurrence counts, however late it comes. */
export function noteRelease(releases: Releases, { timestamp, metadata }: ErrorLogRow): void {
  const { project, release } = metadata;
  if (release === undefined) return;
  const before = firstSeen(releases, project, release);
  if (before !== null && before <= timestamp) return;
  const key = keyOf({ project, release });
  releases.known.set(key, { project, release, first_seen: timestamp });
  releases.changed.add(key);
}

/** Call inside the transaction of the occurrences. */
export async function writeReleases(db: VigieDatabase, { known, changed }: Releases): Promise<void> {
  if (changed.size === 0) return;
  await db.releases.bulkPut([...known].flatMap(([key, row]) => (changed.has(key) ? [row] : [])));
}

function keyOf({ project, release }: ReleaseKey): string {
  return `${project} ${release}`;
}
