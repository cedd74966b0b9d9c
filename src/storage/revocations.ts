import * as v from 'valibot';
import { isGranted } from '../core/grants.ts';
import type { VigieDatabase } from './database.ts';

/** When which grant was taken back, by its match pattern; ISO 8601. Of this browser alone: neither exported nor synced. */
const REVOCATIONS = v.record(v.string(), v.string());

export type Revocations = v.InferOutput<typeof REVOCATIONS>;

const KEY = 'revocations';
/** More than a person has sites; the oldest go. */
const REMEMBERED = 500;

export async function revocations(db: VigieDatabase): Promise<Revocations> {
  const row = await db.meta.get(KEY);
  return v.parse(v.fallback(REVOCATIONS, {}), row?.value);
}

/** When the grant that covered an origin was taken back; undefined when that is not known. */
export function revokedSince(known: Revocations, origin: string): string | undefined {
  return Object.entries(known).find(([pattern]) => isGranted(origin, [pattern]))?.[1];
}

/** Notes that these patterns are no longer granted, with the time of the first word of it. */
export async function noteRevoked(db: VigieDatabase, patterns: readonly string[], now: string): Promise<void> {
  await change(db, (known) => {
    const fresh = patterns.filter((pattern) => !Object.hasOwn(known, pattern)).map((pattern) => [pattern, now]);
    return Object.fromEntries([...Object.entries(known), ...fresh].slice(-REMEMBERED));
  });
}

export async function noteGranted(db: VigieDatabase, patterns: readonly string[]): Promise<void> {
  await change(db, (known) =>
    Object.fromEntries(Object.entries(known).filter(([pattern]) => !patterns.includes(pattern))),
  );
}

async function change(db: VigieDatabase, next: (known: Revocations) => Revocations): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const value = next(await revocations(db));
    await db.meta.put({ key: KEY, value });
  });
}
