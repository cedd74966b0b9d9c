import type { GroupRow } from '../../../core/group.ts';
import { ERROR_TYPES, type ErrorType, type TicketRow } from '../../../core/rows.ts';
import { hasWords, searchWords, textOfError } from '../../../core/search.ts';
import { clientsLike, groupKey, groupsOfClients, metAmong, type Clients } from '../../../storage/client-queries.ts';
import { groupRows, groupsOfTicket, withTickets, type GroupWithTicket } from '../../../storage/queries.ts';
import { groupsWithWords } from '../../../storage/search.ts';
import { ticketsCalled } from '../../../storage/ticket-list.ts';
import { db } from '../../data/database.ts';
import { findNewest, type Found, type Matching } from '../../data/search-pages.ts';

export const ERROR_STATES = ['active', 'resolved', 'all'] as const;
export const GROUPINGS = ['type', 'source'] as const;
export const PERIODS = ['hour', 'day', 'week', 'month'] as const;

/** Errors that nobody has marked as resolved, only those, or both. */
export type ErrorState = (typeof ERROR_STATES)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type ErrorPeriod = (typeof PERIODS)[number];

const PERIOD_MS: Record<ErrorPeriod, number> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
};

/** What the list is narrowed to; '' where it is not. */
export interface ErrorFilter {
  q: string;
  type: ErrorType | '';
  site: string;
  state: ErrorState;
  /** Part of the address or id of a client who met the error. */
  client: string;
  /** Seen in the time before now. */
  period: ErrorPeriod | '';
}

export interface ErrorRow {
  key: string;
  at: string;
  group: GroupWithTicket;
}

export function errorFilterOf(query: URLSearchParams): ErrorFilter {
  const [type, state, period] = [query.get('type'), query.get('state'), query.get('period')];
  return {
    q: query.get('q') ?? '',
    type: ERROR_TYPES.find((known) => known === type) ?? '',
    site: query.get('site') ?? '',
    state: ERROR_STATES.find((known) => known === state) ?? 'active',
    client: query.get('client') ?? '',
    period: PERIODS.find((known) => known === period) ?? '',
  };
}

/** What takes every filter out of the address. */
export const NO_ERROR_FILTER: Record<keyof ErrorFilter, ''> = {
  q: '',
  type: '',
  site: '',
  state: '',
  client: '',
  period: '',
};

export function isNarrowed({ state, ...filter }: ErrorFilter): boolean {
  return state !== 'active' || Object.values(filter).some((value) => value !== '');
}

/** How the list is laid out; '' is one row after another. */
export function groupingOf(query: URLSearchParams): Grouping | '' {
  const grouping = query.get('group');
  return GROUPINGS.find((known) => known === grouping) ?? '';
}

/** Type, site, period, words, a client and a ticket's number are jumped to by an index; the rest is looked for among the latest errors. */
export async function findErrors(filter: ErrorFilter, limit: number): Promise<Found<ErrorRow>> {
  const { type, site, period } = filter;
  const since = period === '' ? '' : new Date(Date.now() - PERIOD_MS[period]).toISOString();
  const called = await ticketsCalled(db, filter.q);
  const clients = filter.client.trim() === '' ? null : await clientsLike(db, filter.client);
  const question = { filter, clients, since };
  if (called.length > 0) return among(await groupsOf(called), { ...question, filter: { ...filter, q: '' } }, Infinity);
  const indexed =
    (await groupsWithWords(db, searchWords(filter.q))) ?? (clients && (await groupsOfClients(db, clients)));
  if (indexed !== null) return among(indexed, question, limit);
  const narrowed = {
    ...(type !== '' && { errorType: type }),
    ...(site !== '' && { project: site }),
    ...(since !== '' && { since }),
  };
  const found = await findNewest<GroupRow>(
    (count, after) => groupRows(db, { ...narrowed, limit: count, ...(after !== undefined && { before: after }) }),
    matcher(filter, clients),
    limit,
  );
  // Only what is shown needs its ticket: thousands were looked at.
  const rows = await withTickets(db, found.rows);
  return { ...found, rows: rows.map(errorRow) };
}

/** Every error of these tickets, whatever its age. */
async function groupsOf(tickets: readonly TicketRow[]): Promise<GroupRow[]> {
  return (await Promise.all(tickets.map(({ id }) => groupsOfTicket(db, id)))).flat();
}

interface Question {
  filter: ErrorFilter;
  /** Whom the filter names; null where it names nobody. */
  clients: Clients | null;
  /** ISO 8601, or '' for any time. */
  since: string;
}

/** Those of these errors that are wanted, newest first. */
async function among(
  groups: readonly GroupRow[],
  { filter, clients, since }: Question,
  limit: number,
): Promise<Found<ErrorRow>> {
  const inRange = groups.filter(
    (group) =>
      (filter.type === '' || group.error_type === filter.type) &&
      (filter.site === '' || group.project === filter.site) &&
      group.last_seen >= since,
  );
  const matching = matcher(filter, clients);
  const wanted = matching === null ? inRange : await matching(inRange);
  const newest = wanted.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1)).slice(0, limit);
  const rows = (await withTickets(db, newest)).map(errorRow);
  return { rows, complete: wanted.length <= limit, stoppedAfter: null };
}

/** A text that is the greater the further up an error stands. */
function placeOf({ last_seen, project, signature }: GroupRow): string {
  return `${last_seen} ${groupKey(project, signature)}`;
}

function matcher({ q, state }: ErrorFilter, clients: Clients | null): Matching<GroupRow> | null {
  const words = searchWords(q);
  if (words.length === 0 && state === 'all' && clients === null) return null;
  return async (groups) => {
    const likely = groups.filter(
      (group) => (state === 'all' || group.resolved === (state === 'resolved')) && hasWords(textOfError(group), words),
    );
    if (clients === null) return likely;
    const met = await metAmong(db, clients, likely);
    return likely.filter(({ project, signature }) => met.has(groupKey(project, signature)));
  };
}

function errorRow(group: GroupWithTicket): ErrorRow {
  return { key: groupKey(group.project, group.signature), at: group.last_seen, group };
}
