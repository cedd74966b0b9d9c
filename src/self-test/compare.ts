import type { ErrorLogRow } from '../core/rows.ts';

type Facts = Partial<Record<string, unknown>>;

/** What one signature of a case must produce. */
export interface Expectation {
  type: string;
  /** The whole message, or a pattern for it. */
  message: string | { pattern: string; flags: string };
  /** Occurrences over all its rows. */
  count: number;
  /** Further facts that must be so; those that are not named are not looked at. */
  facts: Facts;
}

/** All rows of one signature, which are one thing however many rows the moments of capture made of it. */
export interface Group {
  rows: readonly [ErrorLogRow, ...ErrorLogRow[]];
  tickets: number;
}

export interface Outcome {
  /** One entry per expected thing, then one per thing that nobody expected. */
  got: Facts[];
  want: Facts[];
}

/** Rows by type, project and signature; `ticketsOf` tells how many tickets one has. */
export function groupsOf(rows: readonly ErrorLogRow[], ticketsOf: (row: ErrorLogRow) => number): Group[] {
  const groups = new Map<string, [ErrorLogRow, ...ErrorLogRow[]]>();
  for (const row of rows) {
    const { signature, project } = row.metadata;
    const key = JSON.stringify([row.error_type, project, signature]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((members) => ({ rows: members, tickets: ticketsOf(members[0]) }));
}

/**
 * Whether all that is expected has arrived, at least, with what the page alone knows of it: the browser's own word of a request may be
 * there before the page's, which has the place.
 */
export function hasArrived(expected: readonly Expectation[], groups: readonly Group[]): boolean {
  return expected.every((one) => {
    const group = groups.find((candidate) => matches(one, candidate));
    return group !== undefined && countOf(group) >= one.count && isComplete(one, group);
  });
}

/** Whether the facts that are single values are as wanted. Lists and objects are left to the comparison. */
function isComplete(expected: Expectation, group: Group): boolean {
  const found = foundFacts(group, expected);
  return Object.entries(expected.facts).every(
    ([key, wanted]) => typeof wanted === 'object' || key === 'tickets' || found[key] === wanted,
  );
}

/** What was wanted and what was found, in the same order, for one comparison with a readable difference. */
export function compare(expected: readonly Expectation[], found: readonly Group[]): Outcome {
  const groups = [...found];
  const outcome: Outcome = { got: [], want: [] };
  for (const one of expected) {
    const wanted = wantedFacts(one);
    const index = groups.findIndex((group) => matches(one, group));
    const [group] = index < 0 ? [] : groups.splice(index, 1);
    outcome.want.push(wanted);
    outcome.got.push(group ? pick(foundFacts(group, one), wanted) : { missing: wanted['message'] });
  }
  outcome.got.push(...groups.map((group) => ({ unexpected: true, ...foundFacts(group) })));
  return outcome;
}

function matches({ type, message }: Expectation, { rows: [first] }: Group): boolean {
  return type === first.error_type && fits(message, first.message);
}

function fits(wanted: Expectation['message'], message: string): boolean {
  return typeof wanted === 'string' ? message === wanted : new RegExp(wanted.pattern, wanted.flags).test(message);
}

function wantedFacts({ type, message, count, facts }: Expectation): Facts {
  return { type, message: nameOf(message), count, ...facts };
}

function nameOf(message: Expectation['message']): string {
  return typeof message === 'string' ? message : `/${message.pattern}/${message.flags}`;
}

function foundFacts(group: Group, expected?: Expectation): Facts {
  const [first] = group.rows;
  const { metadata } = first;
  const { http } = metadata;
  const named = expected && fits(expected.message, first.message) ? nameOf(expected.message) : first.message;
  return {
    type: first.error_type,
    message: named,
    source: first.source,
    line: metadata.line,
    column: metadata.column,
    signature: metadata.signature,
    count: countOf(group),
    tickets: group.tickets,
    http: http && { method: http.method, url: http.url, status: http.status },
    name: metadata.name,
    causes: metadata.causes?.map(({ message }) => message),
    args: metadata.console_args,
  };
}

function countOf({ rows }: Group): number {
  return rows.reduce((sum, { metadata }) => sum + metadata.count, 0);
}

function pick(facts: Facts, keys: Facts): Facts {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, facts[key]]));
}
