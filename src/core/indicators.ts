import type { GroupRow } from './group.ts';
import type { TicketRow } from './rows.ts';

/** The guide's numbers about tickets. What was merged into another ticket counts with that one. */
export interface TicketIndicators {
  tickets: number;
  automatic: number;
  manual: number;
  /** Neither resolved nor closed. */
  open: number;
  /** Of the closed tickets, how many closed by themselves, from 0 to 1; null while none is closed. */
  automaticResolutionRate: number | null;
  /** From creation to resolution (or closing, where nobody resolved it), in milliseconds; null while none is settled. */
  meanResolutionTime: number | null;
}

export function ticketIndicators(tickets: readonly TicketRow[]): TicketIndicators {
  const own = tickets.filter(({ metadata }) => metadata.merged_into === undefined);
  const closed = own.filter(({ statut }) => statut === 'ferme');
  const settled = own.flatMap(resolutionTime);
  return {
    tickets: own.length,
    automatic: own.filter(({ source }) => source === 'auto_detection').length,
    manual: own.filter(({ source }) => source === 'manual').length,
    open: own.filter(({ statut }) => statut !== 'ferme' && statut !== 'resolu').length,
    automaticResolutionRate: share(
      closed.filter(({ metadata }) => metadata.closed_by === 'system').length,
      closed.length,
    ),
    meanResolutionTime: share(
      settled.reduce((sum, time) => sum + time, 0),
      settled.length,
    ),
  };
}

/** Of a ticket that is settled; a clock that was set back counts as no time. */
export function resolutionTime({ statut, created_at, closed_at, metadata }: TicketRow): number[] {
  const at = metadata.resolved_at ?? closed_at;
  if ((statut !== 'resolu' && statut !== 'ferme') || at === null) return [];
  return [Math.max(0, Date.parse(at) - Date.parse(created_at))];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** An error among the most frequent ones. */
export type FrequentError = Pick<GroupRow, 'project' | 'signature' | 'message' | 'count' | 'clients' | 'ticket_id'>;

/** A client among the most affected ones: over how many errors, and how often. */
export interface AffectedCount {
  client_id: string;
  client_email: string | null;
  errors: number;
  occurrences: number;
}

/** The first so many by this order, kept while rows are gone through one by one. */
export function keepFirst<Row>(
  kept: readonly Row[],
  row: Row,
  order: (a: Row, b: Row) => number,
  limit: number,
): Row[] {
  return [...kept, row].toSorted(order).slice(0, limit);
}
