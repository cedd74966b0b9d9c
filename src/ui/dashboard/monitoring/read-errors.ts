import { ERROR_TYPES, type ErrorType } from '../../../core/rows.ts';
import { recentGroups, type GroupWithTicket } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { findNewest, hasWords, searchWords, type Found } from '../../data/search-pages.ts';

export const ERROR_STATES = ['active', 'resolved', 'all'] as const;
export const GROUPINGS = ['type', 'source'] as const;

/** Errors that nobody has marked as resolved, only those, or both. */
export type ErrorState = (typeof ERROR_STATES)[number];
export type Grouping = (typeof GROUPINGS)[number];

/** What the list is narrowed to; '' where it is not. */
export interface ErrorFilter {
  q: string;
  type: ErrorType | '';
  site: string;
  state: ErrorState;
}

export interface ErrorRow {
  key: string;
  at: string;
  group: GroupWithTicket;
}

export function errorFilterOf(query: URLSearchParams): ErrorFilter {
  const [type, state] = [query.get('type'), query.get('state')];
  return {
    q: query.get('q') ?? '',
    type: ERROR_TYPES.find((known) => known === type) ?? '',
    site: query.get('site') ?? '',
    state: ERROR_STATES.find((known) => known === state) ?? 'active',
  };
}

/** How the list is laid out; '' is one row after another. */
export function groupingOf(query: URLSearchParams): Grouping | '' {
  const grouping = query.get('group');
  return GROUPINGS.find((known) => known === grouping) ?? '';
}

export async function findErrors(filter: ErrorFilter, limit: number): Promise<Found<ErrorRow>> {
  const { type, site } = filter;
  const narrowed = { ...(type !== '' && { errorType: type }), ...(site !== '' && { project: site }) };
  const found = await findNewest<GroupWithTicket>(
    (count, after) => recentGroups(db, { ...narrowed, limit: count, ...(after !== undefined && { before: after }) }),
    matcher(filter),
    limit,
  );
  return { ...found, rows: found.rows.map(errorRow) };
}

function matcher({ q, state }: ErrorFilter): ((group: GroupWithTicket) => boolean) | null {
  const words = searchWords(q);
  if (words.length === 0 && state === 'all') return null;
  return (group) =>
    (state === 'all' || group.resolved === (state === 'resolved')) && hasWords(searchedText(group), words);
}

function searchedText({ message, source, ticket }: GroupWithTicket): string {
  return [message, source, ticket?.metadata.number, ticket?.sujet].join(' ');
}

function errorRow(group: GroupWithTicket): ErrorRow {
  return { key: `${group.project} ${group.signature}`, at: group.last_seen, group };
}
