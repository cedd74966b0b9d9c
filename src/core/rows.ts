/**
 * The rows of every shared table, the same shape in IndexedDB and in Postgres, so that sync is copying. Names and columns of the
 * first four are the guide's. Times are ISO 8601 texts in UTC with milliseconds (they sort as text); ids are UUIDs.
 */

import type { AccountRule, ReleaseRule } from './site-rules.ts';

/** What happened; decides among other things whether it makes a ticket (see `settings.ts`). */
export const ERROR_TYPES = [
  'js_error',
  'unhandled_rejection',
  'console_error',
  'console_warn',
  'http_error',
  'network_error',
  'resource_error',
  'csp_violation',
  'worker_error',
] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

export const BREADCRUMB_KINDS = ['click', 'navigation', 'console', 'request'] as const;

export const TICKET_STATUSES = ['ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const TICKET_PRIORITIES = ['haute', 'moyenne', 'basse'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

export const TICKET_SOURCES = ['auto_detection', 'manual'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

/** The request of an http_error or network_error. `status` 0 means that no answer came. `duration_ms` is null when unknown. */
export interface HttpFacts {
  method: string;
  url: string;
  status: number;
  duration_ms: number | null;
  error: string | null;
}

/** One link of an error's chain of causes, or one of an AggregateError's errors. */
export interface CauseFacts {
  name: string;
  message: string;
  stack: string;
}

/** What happened in the page shortly before an occurrence. */
export interface Breadcrumb {
  at: string;
  kind: (typeof BREADCRUMB_KINDS)[number];
  /** A selector, an address, a console message or `status duration address`; never what somebody typed. */
  text: string;
}

/** What the guide has no column for. Optional facts are absent, never empty. */
export interface OccurrenceMetadata {
  /** `source|message|line`, see `signature/`. */
  signature: string;
  /** Version of the algorithm that made `signature`. */
  signature_version: number;
  /** Why this signature: the parts it was made of, shown as "grouped because…". */
  signature_parts: SignatureParts;
  /** Name of the thrown error's class ("TypeError"), empty when a non-error was thrown. */
  name: string;
  /** Of the first frame of the application itself; 0 when unknown. */
  line: number;
  column: number;
  /** Page (frame) address, redacted. */
  url: string;
  /** Address of the tab's top page, when the occurrence comes from a frame inside it. */
  top_url?: string;
  title: string;
  /** Id of the row of `cm_sites`. */
  project: string;
  client_id: string | null;
  client_email: string | null;
  /** Identical occurrences within a short window are one row. Always ≥ 1. */
  count: number;
  http?: HttpFacts;
  /** console_error and console_warn: each argument as text. */
  console_args?: string[];
  causes?: CauseFacts[];
  user_agent: string;
  browser: 'chromium' | 'firefox' | 'safari' | 'other';
  /** Version of the browser, such as "156.0". */
  browser_version: string;
  /** Of the application, where its site says how to read it. */
  release?: string;
  /** Of the site, such as "staging". */
  environment?: string;
  frame_id: number;
  /** Identical occurrences that the page's limits did not let through one by one; part of `count`. */
  suppressed?: number;
  /** What led to the first of the identical occurrences, oldest first. */
  breadcrumbs?: Breadcrumb[];
  /** The signature without its line, see `Signature.lineless`; absent in rows of before version 3 of the database. */
  lineless?: string;
}

export interface SignatureParts {
  /** File or endpoint, normalised. */
  source: string;
  message: string;
  line: number;
  /** The in-app frame that was chosen, or what stood in for it. */
  because: 'in-app frame' | 'first frame' | 'event position' | 'request' | 'resource' | 'message only';
}

/** A row of `cm_error_logs`: one captured thing, never changed once written, but for `resolved`. */
export interface ErrorLogRow {
  id: string;
  error_type: ErrorType;
  message: string;
  /** File of the failing code (or the address that failed), redacted, as the browser named it. */
  source: string;
  stack_trace: string;
  resolved: boolean;
  timestamp: string;
  metadata: OccurrenceMetadata;
}

/** Facts that are absent are not so; none is ever empty. */
export interface TicketMetadata {
  /** Null: of no site in particular. */
  project: string | null;
  /** Short number for people, derived from the id: "V-7K3FQ2". */
  number: string;
  /** These three are null as long as the ticket knows of no error. */
  error_type: ErrorType | null;
  first_seen: string | null;
  last_seen: string | null;
  /** Monitoring ends here unless the error comes back; null when the ticket is not watched. */
  monitoring_until: string | null;
  /** The watch counts from here when nothing was seen since: a person opened the ticket for an error of before. */
  watched_from?: string;
  /** Silent long enough, but nobody has come by its page since: the watch goes on when somebody does. */
  awaiting_visit?: true;
  /** Starts at 1; a reopening begins the next. */
  episode: number;
  /** The settlement that did not last: who saw the error by then is told that it is back. Absent when a person opened the ticket. */
  reopened_after?: string;
  assigned_to?: string;
  resolved_at?: string;
  /** The release that has the fix: occurrences of older ones prove nothing. */
  resolved_in?: string;
  /** Who closed it: the end of the watch, or somebody. */
  closed_by?: 'system' | 'person';
  snooze?: Snooze;
  /** The ticket that this one is part of: it is `ferme` and leads on. */
  merged_into?: string;
  /** What a merged ticket was, for taking the merge back. */
  before_merge?: BeforeMerge;
  /** When a merge of it was taken back last. */
  unmerged_at?: string;
}

/** Quiet until one of the conditions is met; the totals at its beginning tell what has come since. */
export interface Snooze {
  since: string;
  until?: string;
  /** More occurrences. */
  occurrences?: number;
  /** More clients. */
  clients?: number;
  from_occurrences: number;
  from_clients: number;
}

export interface BeforeMerge {
  statut: TicketStatus;
  closed_at: string | null;
  closed_by?: 'system' | 'person';
  watched: boolean;
}

/** A row of `cm_support_tickets`. */
export interface TicketRow {
  id: string;
  client_id: string | null;
  client_email: string | null;
  sujet: string;
  description: string;
  priorite: TicketPriority;
  statut: TicketStatus;
  categorie: string;
  created_at: string;
  updated_at: string;
  error_signature: string | null;
  error_id: string | null;
  source: TicketSource;
  resolution: string | null;
  closed_at: string | null;
  metadata: TicketMetadata;
}

/**
 * A row of `cm_support_ticket_history`; append-only. For what the system did, `description` holds the bare fact (a signature, an
 * address, a time) and the reader's language comes from `action`; for what a person did it holds the person's words.
 */
export interface HistoryRow {
  id: string;
  ticket_id: string;
  action: string;
  description: string;
  created_by: string;
  created_at: string;
}

/** A row of `cm_error_corrections`: what was changed to fix an error. */
export interface CorrectionRow {
  id: string;
  error_id: string | null;
  file_path: string;
  old_code: string;
  new_code: string;
  description: string;
  applied_by: string;
  applied_at: string;
  test_status: string;
  test_results: unknown;
}

/** A row of `cm_sites`: one application, its hosts, and whether it is watched. */
export interface SiteRow {
  /** The project's id: it survives renaming. */
  id: string;
  name: string;
  /** Match patterns, such as `https://staging.example.com/*`. */
  patterns: string[];
  enabled: boolean;
  /** Whether the browser's own view of its requests is used beside that of its pages. Absent: it is. */
  network?: boolean;
  /** Whether its pages are only listened to: nothing of theirs is stood in for, and the browser's view of requests is always used. Absent: no. */
  unobtrusive?: boolean;
  /** Nothing is captured before this moment; once it has passed, the end of the last time that nothing was. */
  paused_until?: string | null;
  /** When nothing was captured any more, the last time, by a pause or by the switch. This browser's own. */
  paused_at?: string;
  /** Taken off the list by a person; its errors, and its name beside them, stay. */
  removed?: boolean;
  /** Such as "staging"; noted with each occurrence. */
  environment?: string;
  /** Answers that leave a trace in later occurrences and are none themselves: "401", "409-412". */
  quiet_statuses?: string[];
  account?: AccountRule;
  release?: ReleaseRule;
  created_at: string;
  updated_at: string;
}

/** A row of `cm_settings`. */
export interface SettingRow {
  key: string;
  value: unknown;
  updated_at: string;
}

/** A row of `cm_notifications`: one message to one person about one event of one episode of one ticket, at most once. */
export interface NotificationRow {
  id: string;
  ticket_id: string;
  event: string;
  episode: number;
  recipient: string;
  /** `queued`: the mail service of this machine has it. `held`: until somebody allows its address. `skipped`: it is not sent. */
  status: 'due' | 'held' | 'queued' | 'sent' | 'failed' | 'skipped';
  /** What a person wrote to the recipient. */
  message?: string;
  /** Why it is not sent (yet): see `notification-reason.ts`. */
  reason?: string;
  created_at: string;
  updated_at: string;
}

/** A row of `cm_notification_templates`: the team's own wording of one mail, in Mustache. */
export interface NotificationTemplateRow {
  /** "name/audience/language". */
  id: string;
  name: string;
  audience: 'client' | 'admin';
  language: 'fr' | 'en';
  subject: string;
  text: string;
  html: string;
  updated_at: string;
}
