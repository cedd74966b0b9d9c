import type { CommandRow } from '../commands/command.ts';
import type { SharedRows, SharedTable } from '../row-schemas.ts';
import type { CorrectionRow, ErrorLogRow, NotificationRow, OccurrenceMetadata, SiteRow } from '../rows.ts';
import type { AliasRow, SightingRow, VisitRow } from '../signature-rows.ts';

/*
 * What travels between an install and its team's database. Facts go up as they are, commands in their order; tickets and all that
 * follows from them come down.
 */

export const PROTOCOL = 1;

/** Rows of one call, and bytes of their JSON: what a small database answers to in a second or so. */
export const CALL_LIMITS = { rows: 500, bytes: 1_000_000 } as const;

/** The tables whose rows go up. */
export const PUSHED_TABLES = [
  'cm_sites',
  'cm_error_sightings',
  'cm_error_logs',
  'cm_visits',
  'cm_error_corrections',
  'cm_commands',
] as const satisfies readonly SharedTable[];
export type PushedTable = (typeof PUSHED_TABLES)[number];

/** An occurrence with the page that its visits are counted by; the database cannot mask ids in addresses. */
export interface PushedError extends ErrorLogRow {
  metadata: OccurrenceMetadata & { page?: string };
}

/**
 * A message that this install's own mail service settled before the team was joined: who heard of it there hears of it once. An older
 * database passes over these.
 */
export type ToldMail = Pick<
  NotificationRow,
  'id' | 'ticket_id' | 'event' | 'episode' | 'recipient' | 'reason' | 'updated_at'
> & {
  status: 'sent' | 'failed' | 'skipped';
};

/** What one call of `cm_push` brings. Within a batch every error happened before every command. */
export interface PushedRows {
  sites: SiteRow[];
  /** Of every error of the batch, and whichever others changed. */
  sightings: SightingRow[];
  errors: PushedError[];
  visits: VisitRow[];
  corrections: CorrectionRow[];
  commands: CommandRow[];
  /**
   * Signatures of these errors that this install, which has their stacks, found to be those of errors with a ticket: on another line, or
   * (then with the ticket) as another version of the algorithm calls them.
   */
  moved: (Pick<AliasRow, 'project' | 'signature'> & Partial<Pick<AliasRow, 'ticket_id'>>)[];
  /** Of the tickets of these errors, sightings and commands. */
  told: ToldMail[];
}

export interface PushBatch extends PushedRows {
  protocol: typeof PROTOCOL;
  install: string;
  /** As in the sightings. */
  epoch: number;
  /** By this machine's clock, ISO 8601. */
  sent_at: string;
}

/** A row or command that the team does not take. `code` is for programs, `detail` for the diagnostic view. */
export interface Refusal {
  table: PushedTable;
  id: string;
  code: string;
  detail: string;
}

/** Whatever was sent and is not refused is stored. */
export interface PushAnswer {
  /** The server's clock, ISO 8601. */
  now: string;
  refused: Refusal[];
}

/** Who this install is in its team. */
export interface Member {
  email: string;
  role: TeamRole;
}

export const TEAM_ROLES = ['reporter', 'agent', 'admin'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** The tables whose rows come down. */
export const PULLED_TABLES = [
  'cm_sites',
  'cm_settings',
  'cm_notification_templates',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_error_sightings',
  'cm_error_corrections',
  'cm_notifications',
  'cm_error_logs',
  'cm_visits',
] as const satisfies readonly SharedTable[];
export type PulledTable = (typeof PULLED_TABLES)[number];

export type PulledRows = { [T in PulledTable]?: SharedRows[T][] };

/** Of the SQL that comes with this version: `vigie.sql_version()`. A database that says less lacks something that a screen or the mail service uses. */
export const TEAM_SQL_VERSION = 2;

/** One page of what changed since the cursor, in the order in which it was committed. */
export interface PullAnswer {
  now: string;
  /** Of the database: a restored backup has another one. */
  epoch: string;
  /** Whatever was pulled before may be gone: drop what is not pending and begin anew. */
  reset: boolean;
  more: boolean;
  /** For the next call; means nothing here. */
  cursor: unknown;
  member: Member;
  rows: PulledRows;
  gone: { table: PulledTable; id: string }[];
  /** Rows that this version cannot read. */
  unread: number;
  /** Of the SQL that the team's database runs; see TEAM_SQL_VERSION. */
  sqlVersion: number;
}

/** What `cm_status` tells a person who tests the connection. */
export interface TeamStatus {
  now: string;
  schema: string;
  /** Null: signed in, but of no team here. */
  member: Member | null;
  /** Why there is no member. */
  refusal: 'not-a-member' | 'revoked' | 'email-unconfirmed';
  /** Tables that are not there. */
  missing: string[];
  realtime: boolean;
  /** Whether the database closes quiet tickets by itself. */
  cron: boolean;
}
