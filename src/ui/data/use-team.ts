import { teamView, type TeamView } from '../../storage/sync-queries.ts';
import { db } from './database.ts';
import { useLiveQuery, type Live } from './use-live-query.ts';

/** How the exchange with the team stands, live; null: there is no team. */
export function useTeam(): Live<TeamView | null> {
  return useLiveQuery(() => teamView(db), []);
}
