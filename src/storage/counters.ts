import * as v from 'valibot';
import type { TicketStatus } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

const tally = v.optional(v.number(), 0);

const COUNTERS = v.object({
  /** Occurrences counted here; one row of the log can stand for several. */
  occurrences: tally,
  tickets: v.optional(
    v.object({ ouvert: tally, en_cours: tally, en_attente_client: tally, resolu: tally, ferme: tally }),
    {},
  ),
  /** Tickets that somebody still has to deal with: neither `resolu` nor `ferme`. */
  open_tickets: tally,
});

/** Totals kept in the transactions that change them, because `count()` over a growing table takes seconds. */
export type Counters = v.InferOutput<typeof COUNTERS>;

const COUNTERS_KEY = 'counters';

export function noCounters(): Counters {
  return v.parse(COUNTERS, {});
}

export async function readCounters(db: VigieDatabase): Promise<Counters> {
  const row = await db.meta.get(COUNTERS_KEY);
  return v.parse(v.fallback(COUNTERS, noCounters), row?.value ?? {});
}

/** Call inside the transaction that changed what is counted. */
export async function writeCounters(db: VigieDatabase, counters: Counters): Promise<void> {
  await db.meta.put({ key: COUNTERS_KEY, value: counters });
}

/** Notes that a ticket went from one status to another; null: it did not exist before, or does not afterwards. */
export function countTicket(counters: Counters, from: TicketStatus | null, to: TicketStatus | null): void {
  if (from !== null) counters.tickets[from] -= 1;
  if (to !== null) counters.tickets[to] += 1;
  const { ouvert, en_cours, en_attente_client } = counters.tickets;
  counters.open_tickets = ouvert + en_cours + en_attente_client;
}
