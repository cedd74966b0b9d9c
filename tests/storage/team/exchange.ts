import { acknowledge } from '../../../src/storage/acknowledge.ts';
import { applyPull } from '../../../src/storage/apply-pull.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { joinStep } from '../../../src/storage/joining.ts';
import { joinTeam } from '../../../src/storage/membership.ts';
import { batchOf, nextEntries } from '../../../src/storage/next-batch.ts';
import { finishRebuild } from '../../../src/storage/rebuild.ts';
import { syncState } from '../../../src/storage/sync-state.ts';
import { INSTALL, NOW } from '../../core/samples.ts';
import { freshDatabase } from '../support.ts';
import type { FakeTeam } from './fake-team.ts';

export const TEAM = {
  url: 'https://team.supabase.co',
  key: 'sb_publishable_key',
  email: 'qa@example.com',
  role: null,
  joined_at: NOW,
};

/** A database of an install that belongs to a team and has nothing to bring to it. */
export async function teamDatabase(install = INSTALL): Promise<VigieDatabase> {
  const db = freshDatabase();
  await joinTeam(db, TEAM);
  while (await joinStep(db, { install, epoch: 1 }));
  return db;
}

/** What the background does with a connection: brings, sends, pulls. */
export async function exchange(db: VigieDatabase, team: FakeTeam, install = INSTALL): Promise<void> {
  const own = { install, epoch: 1 };
  do {
    while (await joinStep(db, own));
    // Commands are for the database that they were meant for: whether it still is that one is known before they go.
    if ((await nextEntries(db)).some(({ table }) => table === 'cm_commands')) await pull(db, team, install);
    while (await joinStep(db, own));
    await send(db, team, install);
    await pull(db, team, install);
    // A reset brings everything once more.
  } while ((await nextEntries(db)).length > 0 || (await db.meta.get('joining')));
  await finishRebuild(db);
}

export async function send(db: VigieDatabase, team: FakeTeam, install = INSTALL): Promise<void> {
  for (;;) {
    const entries = await nextEntries(db, 4);
    if (entries.length === 0) return;
    const batch = await batchOf(db, entries, { install, epoch: 1 });
    const refused = await team.push(batch.rows, install);
    await acknowledge(db, batch.entries, refused, NOW);
  }
}

export async function pull(db: VigieDatabase, team: FakeTeam, install = INSTALL): Promise<boolean> {
  let cloned = false;
  for (;;) {
    const page = team.pull((await syncState(db)).cursor);
    const pulled = await applyPull(db, page, { install, epoch: 1 });
    cloned ||= pulled.cloned;
    if (!page.more) return cloned;
  }
}
