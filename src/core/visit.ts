import { deterministicId } from './ids.ts';
import type { VisitRow } from './signature-rows.ts';

/** Whose visits of which page on which day. */
export type VisitKey = Pick<VisitRow, 'install' | 'project' | 'page' | 'day' | 'client_id'>;

export function visitId({ install, project, page, day, client_id }: VisitKey): string {
  return deterministicId('visit', install, project, page, day, client_id ?? '');
}

/** Two copies of one tally: the maximum is the truth. The very `a` comes back when `b` has nothing to add. */
export function mergeVisits(a: VisitRow, b: VisitRow): VisitRow {
  const merged = {
    count: Math.max(a.count, b.count),
    first_at: a.first_at < b.first_at ? a.first_at : b.first_at,
    last_at: a.last_at > b.last_at ? a.last_at : b.last_at,
  };
  const nothingNew = merged.count === a.count && merged.first_at === a.first_at && merged.last_at === a.last_at;
  return nothingNew ? a : { ...a, ...merged };
}
