import { ERROR_TYPES, type ErrorType } from '../../../core/rows.ts';
import { recentGroups, type GroupWithTicket } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { findNewest, searchWords, type Found } from '../../data/search-pages.ts';

/** What the list is narrowed to; '' where it is not. */
export interface ErrorFilter {
  q: string;
  type: ErrorType | '';
  site: string;
}

export interface ErrorRow {
  key: string;
  at: string;
  group: GroupWithTicket;
}

export function errorFilterOf(query: URLSearchParams): ErrorFilter {
  const type = query.get('type');
  return {
    q: query.get('q') ?? '',
    type: ERROR_TYPES.find((known) => known === type) ?? '',
    site: query.get('site') ?? '',
  };
}

export async function findErrors({ q, type, site }: ErrorFilter, limit: number): Promise<Found<ErrorRow>> {
  const narrowed = { ...(type !== '' && { errorType: type }), ...(site !== '' && { project: site }) };
  const found = await findNewest<GroupWithTicket>(
    (count, after) => recentGroups(db, { ...narrowed, limit: count, ...(after !== undefined && { before: after }) }),
    searchWords(q),
    searchedText,
    limit,
  );
  return { ...found, rows: found.rows.map(errorRow) };
}

function searchedText({ message, source, ticket }: GroupWithTicket): string {
  return [message, source, ticket?.metadata.number, ticket?.sujet].join(' ');
}

function errorRow(group: GroupWithTicket): ErrorRow {
  return { key: `${group.project} ${group.signature}`, at: group.last_seen, group };
}
