import type { PageRequest, WitnessRow } from '../core/witness.ts';
import type { ErrorLogRow, ErrorType, SiteRow } from '../core/rows.ts';
import type { PushedTable, Refusal } from '../core/sync/protocol.ts';
import type { SharedRow } from '../core/row-schemas.ts';

/*
 * Rows that only this install has, and what occurrences arrive as. Those that a team shares are in `src/core`.
 */

/** An occurrence to store, with what is not part of its row. */
export interface NewOccurrence {
  row: ErrorLogRow;
  /** The site of its project; created when there is none yet. */
  site: SiteRow;
  /** Null when it belongs to no tab, as with a worker's. */
  tab: number | null;
  /** Origin of the tab's top page. */
  origin: string;
  /** Of a failed request: which witness it is from. Stored with it, so that the other one's testimony makes no second occurrence. */
  witness?: { page: PageRequest } | 'browser';
}

/** A failed request of which one witness spoke. Kept for minutes; `src/core/witness.ts` says what becomes of it. */
export type PendingRequestRow = WitnessRow<NewOccurrence>;

/** What one tab produced since it was opened; `tab` ids live as long as the browser, so these rows do too. */
export interface TabGroupRow {
  tab: number;
  project: string;
  signature: string;
  count: number;
  last_seen: string;
  /** When the latest of them came in. */
  counted_at: string;
}

/** When a release of a project was first seen: the order of those without numbers. Local: the log tells it again. */
export interface ReleaseRow {
  project: string;
  release: string;
  first_seen: string;
}

/** The tab's present page: the number on the icon. */
export interface TabPageRow {
  tab: number;
  /** Host and path's origin of the top page, for the popup's title. */
  origin: string;
  count: number;
  shown_at: string;
}

/** Occurrences of one error on one day, in UTC. */
export interface ErrorDayRow {
  project: string;
  /** YYYY-MM-DD. */
  day: string;
  signature: string;
  count: number;
}

/** Occurrences of one kind on one day. */
export interface TypeDayRow {
  project: string;
  day: string;
  error_type: ErrorType;
  count: number;
}

/** Occurrences that one client saw on one day. */
export interface ClientDayRow {
  project: string;
  day: string;
  client_id: string;
  client_email: string | null;
  count: number;
}

/**
 * A signature that got its ticket since the latest sweep, or (`waits`) one that may be an old error on another line: the next sweep
 * says. See `src/storage/new-signatures.ts`.
 */
export interface NewSignatureRow {
  project: string;
  signature: string;
  /** 1 or 0: what is true or false is no key. */
  waits: 0 | 1;
}

/** Small facts of this install, such as its identity and its counters; each key belongs to one file of this folder. */
export interface MetaRow {
  key: string;
  value: unknown;
}

/** A row that waits to be sent. */
export interface OutboxRow {
  /** Grows with every entry and never comes again. */
  revision: number;
  table: PushedTable;
  id: string;
}

/** Tables whose rows the team decides about. */
export const PROVISIONAL_TABLES = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_error_corrections',
  'cm_settings',
  'cm_notification_templates',
] as const;
export type ProvisionalTable = (typeof PROVISIONAL_TABLES)[number];

/** A row that is not, or not only, what the team says. */
export interface ProvisionalRow {
  table: ProvisionalTable;
  id: string;
  /** As the team knows it; null: it does not. */
  server: SharedRow | null;
  /** The latest entry of the outbox that the row follows from. */
  after: number;
  /** The latest that is a command: until it is answered the row is shown as the command left it, whatever is pulled. 0: none. */
  held: number;
}

/** A row that the team does not take, kept until a person has seen why. The row itself is in its own table. */
export interface RefusedRow extends Refusal {
  /** ISO 8601. */
  at: string;
}
