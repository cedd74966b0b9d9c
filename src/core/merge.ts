import type { SharedRows, SharedTable } from './row-schemas.ts';
import type { SiteRow, TicketRow } from './rows.ts';
import { mergeSightings } from './sighting.ts';
import { sameReading } from './site-rules.ts';
import type { AliasRow } from './signature-rows.ts';
import { earlier, later } from './times.ts';
import { mergeVisits } from './visit.ts';

/** What two copies of one row come to. The very `existing` comes back when `incoming` has nothing to add. */
type Merge<Row> = (existing: Row, incoming: Row) => Row;

const MERGES: { [T in SharedTable]: Merge<SharedRows[T]> } = {
  // Facts: the first copy stays.
  cm_error_logs: keep,
  cm_support_ticket_history: keep,
  cm_error_corrections: keep,
  cm_commands: keep,
  cm_attachments: keep,
  cm_signature_aliases: mergeAliases,
  cm_signature_states: newer,
  cm_error_sightings: mergeSightings,
  cm_visits: mergeVisits,
  cm_support_tickets: mergeTickets,
  cm_notifications: newer,
  cm_notification_templates: newer,
  cm_sites: mergeSites,
  cm_settings: newer,
};

/** The row that two copies of one row come to; doing it again changes nothing. */
export function mergeRow<T extends SharedTable>(
  table: T,
  existing: SharedRows[T],
  incoming: SharedRows[T],
): SharedRows[T] {
  const merge: Merge<SharedRows[T]> = MERGES[table];
  return merge(existing, incoming);
}

function keep<Row>(existing: Row): Row {
  return existing;
}

/** Equally new copies: what is here stays. */
function newer<Row extends { updated_at: string }>(existing: Row, incoming: Row): Row {
  return incoming.updated_at > existing.updated_at ? incoming : existing;
}

/** The newer copy; a rule that reads accounts is agreed to only where that was done here, and for this very rule. */
function mergeSites(existing: SiteRow, incoming: SiteRow): SiteRow {
  const base = newer(existing, incoming);
  if (base === existing || base.account === undefined) return base;
  const agreed = existing.account;
  const accepted = agreed?.accepted === true && sameReading(agreed, base.account);
  return { ...base, account: { ...base.account, accepted } };
}

/** The later decision. That another install made the ticket of a signature for itself is none. */
function mergeAliases(existing: AliasRow, incoming: AliasRow): AliasRow {
  return decidedAt(incoming) > decidedAt(existing) ? incoming : existing;
}

function decidedAt({ created_at, updated_at }: AliasRow): string {
  return updated_at === created_at ? '' : updated_at;
}

/** The newer copy, with what either has seen: otherwise a change of status could make an occurrence unseen. */
function mergeTickets(existing: TicketRow, incoming: TicketRow): TicketRow {
  const base = signpostOf(existing, incoming) ?? newer(existing, incoming);
  const { first_seen, last_seen, monitoring_until } = base.metadata;
  const other = (base === existing ? incoming : existing).metadata;
  const seen = {
    first_seen: earlier(first_seen, other.first_seen),
    last_seen: later(last_seen, other.last_seen),
    monitoring_until: latestWatch(monitoring_until, other.monitoring_until),
  };
  const nothingNew =
    seen.first_seen === first_seen && seen.last_seen === last_seen && seen.monitoring_until === monitoring_until;
  return nothingNew ? base : { ...base, metadata: { ...base.metadata, ...seen } };
}

/**
 * Of a copy that was merged into another ticket and one that was not, the one of the later decision: whoever changed a ticket without
 * knowing of its merge did not take it back. Null where the copies agree.
 */
function signpostOf(existing: TicketRow, incoming: TicketRow): TicketRow | null {
  const [merged, free] = isMerged(existing) ? [existing, incoming] : [incoming, existing];
  if (!isMerged(merged) || isMerged(free)) return null;
  return (free.metadata.unmerged_at ?? '') > (merged.closed_at ?? '') ? free : merged;
}

function isMerged({ metadata }: TicketRow): boolean {
  return metadata.merged_into !== undefined;
}

/** A watch that the newer copy has ended stays ended. */
function latestWatch(watch: string | null, other: string | null): string | null {
  return watch !== null && other !== null && other > watch ? other : watch;
}
