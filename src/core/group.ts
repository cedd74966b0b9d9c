import type { ErrorLogRow, ErrorType } from './rows.ts';
import { clip } from './text.ts';
import { pageKey, visitedPage } from './visit.ts';

const MESSAGE_LIMIT = 500;

/**
 * Counter row of one project and signature, kept in the same transaction as the occurrences, so that lists never scan the log.
 * Local: it can be rebuilt from the shared tables and is neither exported nor synced. What it shows (`error_type`, `message`,
 * `source`, `line`, `lineless`) is that of the latest occurrence; the order of arrival does not matter.
 */
export interface GroupRow {
  project: string;
  signature: string;
  error_type: ErrorType;
  message: string;
  /** As in the signature: short and normalised. */
  source: string;
  line: number;
  /** See `Signature.lineless`; null when nobody told. */
  lineless: string | null;
  /** Pages on which it was seen lately, as `pageKey` gives them; latest first. */
  pages: string[];
  count: number;
  /** Distinct identified clients seen; 0 when nobody is known. */
  clients: number;
  first_seen: string;
  last_seen: string;
  first_error_id: string;
  last_error_id: string;
  /** Whether any of its occurrences was of a kind that makes tickets. */
  ticketing: boolean;
  /** Mirror of the alias table, which decides. */
  ticket_id: string | null;
  resolved: boolean;
}

/** An occurrence to count, with what is known about it besides. */
export interface Counted {
  row: ErrorLogRow;
  /** Whether its client is identified and seen with this signature for the first time. */
  newClient: boolean;
  /** Whether it is of a kind that makes tickets. */
  ticketing: boolean;
}

/** The group with one more occurrence. Occurrences of one instant are told apart by their ids. */
export function groupWith(group: GroupRow | null, { row, newClient, ticketing }: Counted): GroupRow {
  if (!group) return newGroup(row, newClient, ticketing);
  const at = row.timestamp;
  const first = isEarlier(at, row.id, group.first_seen, group.first_error_id);
  const last = isEarlier(group.last_seen, group.last_error_id, at, row.id);
  return {
    ...group,
    ...(last ? shownOf(row) : {}),
    pages: withPage(group.pages, row),
    count: group.count + row.metadata.count,
    clients: group.clients + Number(newClient),
    ...(first ? { first_seen: at, first_error_id: row.id } : {}),
    ...(last ? { last_seen: at, last_error_id: row.id } : {}),
    ticketing: group.ticketing || ticketing,
  };
}

function newGroup(row: ErrorLogRow, newClient: boolean, ticketing: boolean): GroupRow {
  return {
    project: row.metadata.project,
    signature: row.metadata.signature,
    ...shownOf(row),
    pages: withPage([], row),
    count: row.metadata.count,
    clients: Number(newClient),
    first_seen: row.timestamp,
    last_seen: row.timestamp,
    first_error_id: row.id,
    last_error_id: row.id,
    ticketing,
    ticket_id: null,
    resolved: false,
  };
}

/** Pages kept of a group; visits of others say nothing about it. */
const PAGES = 10;

/** With the tab's page, which is what people open. The very `pages` comes back when it is the latest already. */
export function withPage(pages: string[], { metadata }: ErrorLogRow): string[] {
  const page = visitedPage(metadata.top_url ?? metadata.url);
  const key = pageKey(metadata.project, page);
  if (page === '' || pages[0] === key) return pages;
  return [key, ...pages.filter((other) => other !== key)].slice(0, PAGES);
}

/** What a group shows of one of its occurrences. */
export type Shown = Pick<GroupRow, 'error_type' | 'message' | 'source' | 'line' | 'lineless'>;

export function shownOf(row: ErrorLogRow): Shown {
  const { source, line } = row.metadata.signature_parts;
  const lineless = row.metadata.lineless ?? null;
  return { error_type: row.error_type, message: clip(row.message, MESSAGE_LIMIT), source, line, lineless };
}

function isEarlier(at: string, id: string, otherAt: string, otherId: string): boolean {
  return at < otherAt || (at === otherAt && id < otherId);
}
