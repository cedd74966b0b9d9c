/*
 * Rows about signatures of a project rather than about one ticket: who saw them how often, which ticket they belong to, what people
 * decided about them, and who came by a page without seeing them.
 */

/**
 * A row of `cm_error_sightings`: the tally of one install (and its epoch), project, signature and client. Only its own install writes
 * it and numbers only grow, so copies merge by maximum and nothing is counted twice.
 */
export interface SightingRow {
  id: string;
  install: string;
  epoch: number;
  project: string;
  signature: string;
  client_id: string | null;
  client_email: string | null;
  count: number;
  first_seen: string;
  last_seen: string;
}

/**
 * - `creation`: the ticket was made for it.
 * - `merge`: its ticket was merged into this one.
 * - `split`: somebody took it out of another ticket.
 * - `algorithm`: another form of the signature of an error that has a ticket: a later version's, or that of another language.
 * - `redeploy`: the same error on another line, after a new release.
 */
export type AliasReason = 'creation' | 'merge' | 'split' | 'algorithm' | 'redeploy';

/** A row of `cm_signature_aliases`: which ticket a signature of a project belongs to. The one place that says so. */
export interface AliasRow {
  /** See `aliasId`. */
  id: string;
  project: string;
  signature: string;
  ticket_id: string;
  /** Where it led before, for taking that back; of a merge, the ticket that was merged first. */
  previous_ticket_id: string | null;
  reason: AliasReason;
  /** Of a merge: what the alias was until then. */
  before_merge?: { reason: AliasReason; previous_ticket_id: string | null };
  created_at: string;
  updated_at: string;
}

/** A row of `cm_signature_states`: what people decided about a signature of a project. */
export interface SignatureStateRow {
  /** See `signatureStateId`. */
  id: string;
  project: string;
  signature: string;
  /** Until it comes back. */
  resolved: boolean;
  resolved_at: string | null;
  /** The release that has the fix. */
  resolved_in: string | null;
  ignored: boolean;
  updated_at: string;
}

/**
 * A row of `cm_visits`: how often one install and client opened a page on one day. Like a sighting it only grows, and only its own
 * install writes it.
 */
export interface VisitRow {
  /** See `visitId`. */
  id: string;
  install: string;
  project: string;
  /** Origin and path, with ids masked and without query. */
  page: string;
  /** YYYY-MM-DD, in UTC. */
  day: string;
  client_id: string | null;
  count: number;
  first_at: string;
  last_at: string;
}
