import { deterministicId } from './ids.ts';
import type { VisitRow } from './signature-rows.ts';
import { endpoint } from './signature/endpoint.ts';

/** Whose visits of which page on which day. */
export type VisitKey = Pick<VisitRow, 'install' | 'project' | 'page' | 'day' | 'client_id'>;

export function visitId({ install, project, page, day, client_id }: VisitKey): string {
  return deterministicId('visit', install, project, page, day, client_id ?? '');
}

/** Who was shown which page, and when. */
export interface Visit {
  install: string;
  project: string;
  /** As `visitedPage` gives it. */
  page: string;
  client_id: string | null;
  /** ISO 8601. */
  at: string;
}

/** The address of a page as visits are counted by: origin and path with ids masked, without query and fragment; '' for what is no web page. */
export function visitedPage(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, protocol, pathname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `${origin}${endpoint(pathname)}` : '';
}

/** One text per project and page. Project ids are of one length, so no two pairs share one. */
export function pageKey(project: string, page: string): string {
  return `${project} ${page}`;
}

/** Its row. */
export function visitKey({ at, ...who }: Visit): VisitKey {
  return { ...who, day: dayOf(at) };
}

/** The visitor's row of that day with one visit more. */
export function withVisit(row: VisitRow | null, visit: Visit): VisitRow {
  const { at } = visit;
  const key = visitKey(visit);
  if (!row) return { id: visitId(key), ...key, count: 1, first_at: at, last_at: at };
  return {
    ...row,
    count: row.count + 1,
    first_at: at < row.first_at ? at : row.first_at,
    last_at: at > row.last_at ? at : row.last_at,
  };
}

/** YYYY-MM-DD, in UTC. */
export function dayOf(at: string): string {
  return at.slice(0, 10);
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
