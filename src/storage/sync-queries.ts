import type { VigieDatabase } from './database.ts';
import { countWaiting } from './outbox.ts';
import { refusedRows } from './refused.ts';
import { syncState, type SyncState } from './sync-state.ts';
import { type Team, teamOf } from './team.ts';
import type { RefusedRow } from './local-rows.ts';

/** Waiting rows that are counted; of more it is said that there are more. */
const WAITING_SHOWN = 999;
const REFUSED_SHOWN = 200;

/** What people are shown of the exchange with their team. */
export interface TeamView {
  team: Team;
  sync: SyncState;
  /** At most one more than `WAITING_SHOWN`. */
  waiting: number;
  refused: RefusedRow[];
}

/** Null: this install is on its own. */
export async function teamView(db: VigieDatabase): Promise<TeamView | null> {
  const team = await teamOf(db);
  if (!team) return null;
  const [sync, waiting, refused] = await Promise.all([
    syncState(db),
    countWaiting(db, WAITING_SHOWN + 1),
    refusedRows(db, REFUSED_SHOWN),
  ]);
  return { team, sync, waiting, refused };
}
