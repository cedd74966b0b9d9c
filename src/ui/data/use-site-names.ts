import { sites } from '../../storage/queries.ts';
import { db } from './database.ts';
import { useLiveQuery } from './use-live-query.ts';

/**
 * The name of a project's site, or '' where it would tell nothing: with a single site everything comes from it. Two applications can
 * show the very same message in one list.
 */
export function useSiteNames(): (project: string | null) => string {
  const live = useLiveQuery(() => sites(db), []);
  const known = live.state === 'ready' && live.data.length > 1 ? live.data : [];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (project) => names.get(project ?? '') ?? '';
}
