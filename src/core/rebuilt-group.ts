import { shownOf, withPage, type GroupRow, type Shown } from './group.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';
import type { SightingRow } from './signature-rows.ts';

/** What the shared tables hold about one signature of a project. */
export interface GroupFacts {
  project: string;
  signature: string;
  sightings: readonly SightingRow[];
  /** Earliest and latest occurrence; null when none is kept. */
  first: ErrorLogRow | null;
  last: ErrorLogRow | null;
  /** Occurrences by the log; counts only where there is no tally. */
  logged: number;
  ticketId: string | null;
  /** Its ticket, as far as it has to stand in for samples. */
  ticket: TicketRow | null;
  ticketing: boolean;
  /** By what people decided about the signature; null: nothing. */
  resolved: boolean | null;
}

/** The group made anew from the shared tables. What they do not hold comes from the `existing` one. */
export function rebuiltGroup(existing: GroupRow | null, facts: GroupFacts): GroupRow {
  const { sightings, ticketId } = facts;
  const base = existing ?? blankGroup(facts);
  const tallied = sightings.reduce((sum, { count }) => sum + count, 0);
  const clients = new Set(sightings.flatMap(({ client_id }) => client_id ?? []));
  const times = timesOf(facts);
  return {
    ...base,
    ...samplesOf(facts),
    pages: [facts.first, facts.last].reduce((pages, row) => (row ? withPage(pages, row) : pages), base.pages),
    count: sightings.length > 0 ? tallied : facts.logged,
    clients: clients.size,
    first_seen: times.at(0) ?? base.first_seen,
    last_seen: times.at(-1) ?? base.last_seen,
    ticketing: base.ticketing || facts.ticketing || ticketId !== null,
    ticket_id: ticketId,
    resolved: facts.resolved ?? base.resolved,
  };
}

function samplesOf({ first, last }: GroupFacts): Partial<GroupRow> {
  return {
    ...(first ? { first_error_id: first.id } : {}),
    ...(last ? { ...shownOf(last), last_error_id: last.id } : {}),
  };
}

function timesOf({ sightings, first, last }: GroupFacts): string[] {
  const seen = sightings.flatMap(({ first_seen, last_seen }) => [first_seen, last_seen]);
  const logged = [first, last].flatMap((row) => (row ? [row.timestamp] : []));
  return [...seen, ...logged].toSorted();
}

function blankGroup({ project, signature, ticket, last }: GroupFacts): GroupRow {
  return {
    project,
    signature,
    ...shownWithoutSample(signature, ticket),
    pages: [],
    count: 0,
    clients: 0,
    first_seen: '',
    last_seen: '',
    first_error_id: '',
    last_error_id: '',
    ticketing: false,
    ticket_id: null,
    resolved: last?.resolved ?? false,
  };
}

/** The signature, `source|message|line`, is all that is left when every sample is gone; a message may hold bars of its own. */
function shownWithoutSample(signature: string, ticket: TicketRow | null): Shown {
  const [source = '', ...rest] = signature.split('|');
  const line = Number.parseInt(rest.pop() ?? '', 10);
  return {
    error_type: ticket?.metadata.error_type ?? 'js_error',
    message: rest.join('|'),
    source,
    line: Number.isNaN(line) ? 0 : line,
    lineless: null,
  };
}
