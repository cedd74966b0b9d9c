import type { TicketRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

/** The ticket that one leads to, through all its merges; null when it is not here. */
export async function survivorOf(db: VigieDatabase, id: string): Promise<TicketRow | null> {
  const seen = new Set<string>();
  let at: string | undefined = id;
  for (;;) {
    const ticket: TicketRow | undefined = await db.cm_support_tickets.get(at);
    if (!ticket) return null;
    at = ticket.metadata.merged_into;
    // Rows that were imported may lead in a circle: then none of them is the end, and any will do.
    if (at === undefined || seen.has(ticket.id)) return ticket;
    seen.add(ticket.id);
  }
}

/** Ids of every ticket that is part of one, and of parts of those. */
export async function partsOf(db: VigieDatabase, id: string): Promise<string[]> {
  const parts = new Set<string>();
  let layer = [id];
  while (layer.length > 0) {
    const found = await db.cm_support_tickets.where('metadata.merged_into').anyOf(layer).primaryKeys();
    layer = found.filter((part) => part !== id && !parts.has(part));
    for (const part of layer) parts.add(part);
  }
  return [...parts];
}
