import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { fillIn } from './addresses.ts';
import type { BrowserName } from './built.ts';
import { type Expected, forBrowser } from './case.ts';
import { lineOfMark, type NamedCase, pagePathOf } from './cases.ts';
import { type ExportedData, pagePath, totalCount } from './exported.ts';
import type { Site } from './site.ts';

type Facts = Record<string, unknown>;

/** All rows of one signature, which are one thing however many rows the moments of capture made of it. */
interface Group {
  rows: ErrorLogRow[];
  first: ErrorLogRow;
  tickets: number;
}

export interface Outcome {
  /** One entry per expected thing, then one per thing that nobody expected. */
  got: Facts[];
  want: Facts[];
}

/** Whether all that the case expects has arrived, at least. */
export function hasArrived(testCase: NamedCase, browser: BrowserName, site: Site, data: ExportedData): boolean {
  const groups = groupsOf(testCase, data);
  return testCase.expect.every((expected) => {
    const group = groups.find((candidate) => matches(expected, candidate, browser, site));
    return group !== undefined && totalCount(group.rows) >= (expected.count ?? 1);
  });
}

/** What the case wanted and what was stored, in the same order, for one comparison with a readable difference. */
export function compare(testCase: NamedCase, browser: BrowserName, site: Site, data: ExportedData): Outcome {
  const groups = groupsOf(testCase, data);
  const got: Facts[] = [];
  const want: Facts[] = [];
  for (const expected of testCase.expect) {
    const wanted = wantedFacts(testCase, expected, browser, site);
    const index = groups.findIndex((group) => matches(expected, group, browser, site));
    const [group] = index < 0 ? [] : groups.splice(index, 1);
    want.push(wanted);
    got.push(group ? pick(foundFacts(group, expected, browser), wanted) : { missing: wanted['message'] });
  }
  got.push(...groups.map((group) => ({ unexpected: true, ...foundFacts(group) })));
  return { got, want };
}

function groupsOf(testCase: NamedCase, data: ExportedData): Group[] {
  const folder = pagePathOf(testCase.name, '');
  const groups = new Map<string, Group>();
  for (const row of data.cm_error_logs) {
    if (!pagePath(row).startsWith(folder)) continue;
    const { signature, project } = row.metadata;
    const key = JSON.stringify([row.error_type, project, signature]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { rows: [row], first: row, tickets: ticketsOf(data, project, signature) });
  }
  return [...groups.values()];
}

function ticketsOf(data: ExportedData, project: string, signature: string): number {
  return data.cm_support_tickets.filter(
    (ticket) => ticket.error_signature === signature && ticket.metadata.project === project,
  ).length;
}

function matches(expected: Expected, { first }: Group, browser: BrowserName, site: Site): boolean {
  const message = forBrowser(expected.message, browser);
  if (expected.type !== first.error_type) return false;
  return message instanceof RegExp ? message.test(first.message) : first.message === fillIn(message, site);
}

/** Where the mark stands, as the browser names it. */
function place(testCase: NamedCase, expected: Expected, browser: BrowserName, site: Site): Facts {
  const facts: Facts = {};
  if (expected.at !== undefined) {
    const [file = '', mark = ''] = forBrowser(expected.at, browser).split('@');
    const origin = testCase.onOtherSite ? site.otherOrigin : site.origin;
    facts['source'] = origin + pagePathOf(testCase.name, file);
    facts['line'] = lineOfMark(testCase.name, file, mark);
  }
  if (expected.source !== undefined) facts['source'] = fillIn(forBrowser(expected.source, browser), site);
  if (expected.line !== undefined) facts['line'] = forBrowser(expected.line, browser);
  if (expected.column !== undefined) facts['column'] = forBrowser(expected.column, browser);
  return facts;
}

function wantedFacts(testCase: NamedCase, expected: Expected, browser: BrowserName, site: Site): Facts {
  const message = forBrowser(expected.message, browser);
  const where = place(testCase, expected, browser, site);
  const facts: Facts = {
    type: expected.type,
    message: message instanceof RegExp ? String(message) : fillIn(message, site),
    ...where,
    count: expected.count ?? 1,
    tickets: expected.ticket ? 1 : 0,
  };
  if (expected.signature !== undefined) {
    const signature = fillIn(forBrowser(expected.signature, browser), site);
    facts['signature'] = signature.replaceAll('__LINE__', String(where['line']));
  }
  if (expected.http) facts['http'] = { ...expected.http, url: fillIn(forBrowser(expected.http.url, browser), site) };
  if (expected.name !== undefined) facts['name'] = forBrowser(expected.name, browser);
  if (expected.causes) facts['causes'] = expected.causes;
  if (expected.args) facts['args'] = forBrowser(expected.args, browser);
  return facts;
}

function foundFacts({ rows, first, tickets }: Group, expected?: Expected, browser?: BrowserName): Facts {
  const { metadata } = first;
  const pattern = expected && browser && forBrowser(expected.message, browser);
  const { http } = metadata;
  return {
    type: first.error_type,
    message: pattern instanceof RegExp && pattern.test(first.message) ? String(pattern) : first.message,
    source: first.source,
    line: metadata.line,
    column: metadata.column,
    signature: metadata.signature,
    count: totalCount(rows),
    tickets,
    http: http && { method: http.method, url: http.url, status: http.status },
    name: metadata.name,
    causes: metadata.causes?.map(({ message }) => message),
    args: metadata.console_args,
  };
}

function pick(facts: Facts, keys: Facts): Facts {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, facts[key]]));
}
