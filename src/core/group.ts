import type { ErrorType } from './rows.ts';

/**
 * Counter row of one project and signature, kept in the same transaction as the occurrences, so that lists never scan the log.
 * Local: it can be rebuilt from the shared tables and is neither exported nor synced. What it shows (`error_type`, `message`,
 * `source`, `line`) is that of the latest occurrence; the order of arrival does not matter.
 */
export interface GroupRow {
  project: string;
  signature: string;
  error_type: ErrorType;
  message: string;
  /** As in the signature: short and normalised. */
  source: string;
  line: number;
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
