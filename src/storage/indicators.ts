import {
  keepFirst,
  ticketIndicators,
  type AffectedCount,
  type FrequentError,
  type TicketIndicators,
} from '../core/indicators.ts';
import type { VigieDatabase } from './database.ts';

/** The guide's statistics. */
export interface Indicators extends TicketIndicators {
  /** Most frequent first. */
  errors: FrequentError[];
  /** Most errors first; nobody who is not known. */
  clients: AffectedCount[];
}

/** How many errors and clients are named. */
const NAMED = 5;

/** Goes through every ticket, error and tally once: for a person's question, not for a live query. */
export async function readIndicators(db: VigieDatabase): Promise<Indicators> {
  const tickets = await db.cm_support_tickets.toArray();
  return { ...ticketIndicators(tickets), errors: await frequentErrors(db), clients: await affectedClients(db) };
}

async function frequentErrors(db: VigieDatabase): Promise<FrequentError[]> {
  let first: FrequentError[] = [];
  await db.groups.each(({ project, signature, message, count, clients, ticket_id }) => {
    const least = first.at(-1);
    if (first.length === NAMED && least !== undefined && count <= least.count) return;
    const row = { project, signature, message, count, clients, ticket_id };
    first = keepFirst(first, row, (a, b) => b.count - a.count, NAMED);
  });
  return first;
}

async function affectedClients(db: VigieDatabase): Promise<AffectedCount[]> {
  const seen = new Map<string, AffectedCount & { signatures: Set<string> }>();
  await db.cm_error_sightings.each(({ client_id, client_email, project, signature, count }) => {
    if (client_id === null) return;
    const known = seen.get(client_id) ?? {
      client_id,
      client_email,
      errors: 0,
      occurrences: 0,
      signatures: new Set<string>(),
    };
    known.signatures.add(`${project} ${signature}`);
    known.occurrences += count;
    known.client_email ??= client_email;
    seen.set(client_id, known);
  });
  return [...seen.values()]
    .map(({ signatures, ...client }) => ({ ...client, errors: signatures.size }))
    .toSorted((a, b) => b.errors - a.errors || b.occurrences - a.occurrences)
    .slice(0, NAMED);
}
