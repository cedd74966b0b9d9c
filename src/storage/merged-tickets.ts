import { afterRecurrence, isSettled } from '../core/monitoring.ts';
import type { TicketRow } from '../core/rows.ts';
import { settingsFrom } from '../core/settings.ts';
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

/**
 * What merged tickets have seen elsewhere prolongs the watch of the ones that they are part of. Call inside the transaction that stored
 * them.
 */
export async function passOnSeen(db: VigieDatabase, tickets: readonly TicketRow[]): Promise<void> {
  const merged = tickets.filter(({ metadata }) => metadata.merged_into !== undefined);
  if (merged.length === 0) return;
  const { settings } = settingsFrom(await db.cm_settings.toArray());
  for (const { id, metadata } of merged) {
    const survivor = await survivorOf(db, id);
    if (!survivor || metadata.last_seen === null || isSettled(survivor.statut)) continue;
    const { monitoringDuration } = settings.tickets;
    await db.cm_support_tickets.put(
      afterRecurrence(survivor, 'prolonged', metadata.last_seen, survivor.updated_at, monitoringDuration),
    );
  }
}
