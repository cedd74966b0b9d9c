import * as v from 'valibot';
import type { ProjectAddress } from '../core/sync/project-address.ts';
import type { VigieDatabase } from './database.ts';

/* What an administrator keeps, as the last start of the background read it from the policy. */

const LOCKED_KEY = 'locked-settings';
const LOCKED = v.fallback(v.array(v.string()), []);

const PROJECT_KEY = 'managed-project';
const PROJECT = v.fallback(v.nullable(v.object({ url: v.string(), key: v.string() })), null);

/** Keys of the settings that an administrator keeps from being changed. */
export async function lockedSettings(db: VigieDatabase): Promise<readonly string[]> {
  return v.parse(LOCKED, (await db.meta.get(LOCKED_KEY))?.value);
}

/** Locks these and no others. */
export async function lockSettings(db: VigieDatabase, keys: readonly string[]): Promise<void> {
  const before = await lockedSettings(db);
  if (before.join() !== keys.join()) await db.meta.put({ key: LOCKED_KEY, value: [...keys] });
}

/** The only project that this browser may join; null when the person chooses. */
export async function keptProject(db: VigieDatabase): Promise<ProjectAddress | null> {
  return v.parse(PROJECT, (await db.meta.get(PROJECT_KEY))?.value ?? null);
}

/** Keeps this one from now on, or none. */
export async function keepProject(db: VigieDatabase, project: ProjectAddress | null): Promise<void> {
  const before = await keptProject(db);
  if (before?.url === project?.url && before?.key === project?.key) return;
  await (project === null ? db.meta.delete(PROJECT_KEY) : db.meta.put({ key: PROJECT_KEY, value: project }));
}
