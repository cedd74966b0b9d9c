import * as v from 'valibot';
import { TEAM_ROLES, type Member } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';

/*
 * The team that this install belongs to. As long as there is none nothing is written for it, and everything is as if teams did not
 * exist.
 */

const TEAM = v.object({
  /** Of the project, without a slash at its end. */
  url: v.string(),
  /** The publishable key: it gives nothing to whoever is not signed in. */
  key: v.string(),
  email: v.string(),
  /** Null until the team has answered. */
  role: v.nullable(v.picklist(TEAM_ROLES)),
  /** ISO 8601. */
  joined_at: v.string(),
});

export type Team = v.InferOutput<typeof TEAM>;

const TEAM_KEY = 'team';

/** Null: this install is on its own. */
export async function teamOf(db: VigieDatabase): Promise<Team | null> {
  const row = await db.meta.get(TEAM_KEY);
  const result = v.safeParse(TEAM, row?.value);
  return result.success ? result.output : null;
}

/** Call inside the transaction that would write for the team. */
export async function hasTeam(db: VigieDatabase): Promise<boolean> {
  const row = await db.meta.get(TEAM_KEY);
  return row !== undefined;
}

export async function writeTeam(db: VigieDatabase, team: Team): Promise<void> {
  await db.meta.put({ key: TEAM_KEY, value: team });
}

export async function forgetTeam(db: VigieDatabase): Promise<void> {
  await db.meta.delete(TEAM_KEY);
}

/** Notes what the team says about its member. Call inside a transaction over `meta`. */
export async function noteMember(db: VigieDatabase, { email, role }: Member): Promise<void> {
  const team = await teamOf(db);
  if (team && (team.email !== email || team.role !== role)) await writeTeam(db, { ...team, email, role });
}
