import type { VigieDatabase } from './database.ts';
import { wipeCaptured } from './erase.ts';
import { startJoining } from './joining.ts';
import { teamTables } from './outbox.ts';
import { forgetSync } from './sync-state.ts';
import { restOwnSettings, takeOwnSettings } from './team-settings.ts';
import { forgetTeam, teamOf, writeTeam, type Team } from './team.ts';

/**
 * This install belongs to a team from now on: whatever changes waits for it, what is here is brought to it, and settings that a team has in
 * common are the team's. Signing in to the same team again changes nothing; another one begins anew.
 */
export async function joinTeam(db: VigieDatabase, team: Team): Promise<void> {
  await db.transaction(
    'rw',
    [db.refused, db.cm_settings, db.cm_notification_templates, ...teamTables(db)],
    async () => {
      const before = await teamOf(db);
      const same = before?.url === team.url && before.email === team.email;
      await writeTeam(db, same ? { ...before, key: team.key } : team);
      if (same) return;
      await forgetExchange(db);
      await restOwnSettings(db);
      await startJoining(db, 'joined');
    },
  );
}

/**
 * This install is on its own from now on. With `wipe`, everything captured and every ticket goes too; settings and sites stay. What waited
 * for the team is not sent any more.
 */
export async function leaveTeam(db: VigieDatabase, wipe: boolean): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    if (await teamOf(db)) await takeOwnSettings(db);
    await forgetTeam(db);
    await forgetExchange(db);
    if (wipe) await wipeCaptured(db);
  });
}

async function forgetExchange(db: VigieDatabase): Promise<void> {
  await Promise.all([db.outbox.clear(), db.provisional.clear(), db.refused.clear(), forgetSync(db)]);
  await db.meta.delete('joining');
}
