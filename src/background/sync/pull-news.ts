import type { TeamClient } from '../../remote/team-client.ts';
import { applyPull } from '../../storage/apply-pull.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { beginEpoch, type Install } from '../../storage/install.ts';
import { syncState } from '../../storage/sync-state.ts';

export interface PullPorts {
  db: VigieDatabase;
  client: Pick<TeamClient, 'pull'>;
  install: Install;
  /** A random UUID. */
  newId: () => string;
  /** This install's tallies are new ones from now on. */
  onNewEpoch: () => void;
}

/** Takes everything that changed in the team, page by page; the place is kept with each page. */
export async function pullNews(ports: PullPorts): Promise<void> {
  const { db, client, install } = ports;
  for (;;) {
    const page = await client.pull((await syncState(db)).cursor);
    const { cloned } = await applyPull(db, page, install);
    if (cloned) {
      await beginEpoch(db, install, ports.newId);
      ports.onNewEpoch();
    }
    if (!page.more) return;
  }
}
