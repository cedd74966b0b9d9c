import type { ErrorLogRow } from '../rows.ts';
import { visitedPage } from '../visit.ts';
import type { PushedError } from './protocol.ts';

/** An occurrence as it is told to the team. */
export function pushedError(row: ErrorLogRow): PushedError {
  const page = visitedPage(row.metadata.top_url ?? row.metadata.url);
  return page === '' ? row : { ...row, metadata: { ...row.metadata, page } };
}
