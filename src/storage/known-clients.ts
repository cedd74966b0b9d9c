import type { DecideContext } from '../core/decide-context.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { AliasRow } from '../core/signature-rows.ts';
import { sightingId } from '../core/sighting.ts';
import type { VigieDatabase } from './database.ts';
import { clientKey, keyOf, ticketClientKey, type WorkingSet } from './working-set.ts';

type ClientKey = [project: string, signature: string, client: string];

/**
 * Notes who has seen these signatures already, and the others of their tickets, where this install sees a client with a signature for
 * the first time. Call when the set knows its tickets.
 */
export async function readKnownClients(
  db: VigieDatabase,
  set: WorkingSet,
  rows: readonly ErrorLogRow[],
  { install, epoch }: DecideContext,
): Promise<void> {
  const fresh = rows.filter(
    ({ metadata }) => metadata.client_id !== null && !set.sightings.has(sightingId({ install, epoch, ...metadata })),
  );
  const aliases = await aliasesOf(db, set, fresh);
  const keys = clientKeys(set, fresh, aliases);
  if (keys.length === 0) return;
  const found = await db.cm_error_sightings.where('[project+signature+client_id]').anyOf(keys).toArray();
  const tickets = new Map(aliases.map(({ project, signature, ticket_id }) => [keyOf(project, signature), ticket_id]));
  for (const { project, signature, client_id } of found) {
    set.knownClients.add(clientKey(project, signature, client_id ?? ''));
    set.ticketClients.add(ticketClientKey(tickets.get(keyOf(project, signature)), client_id));
  }
}

/** Of every signature of the tickets that these rows concern. */
function aliasesOf(db: VigieDatabase, set: WorkingSet, rows: readonly ErrorLogRow[]): Promise<AliasRow[]> | AliasRow[] {
  const tickets = rows.flatMap((row) => entryOf(set, row)?.ticketId ?? []);
  if (tickets.length === 0) return [];
  return db.cm_signature_aliases
    .where('ticket_id')
    .anyOf([...new Set(tickets)])
    .toArray();
}

function clientKeys(set: WorkingSet, rows: readonly ErrorLogRow[], aliases: readonly AliasRow[]): ClientKey[] {
  const keys = new Map<string, ClientKey>();
  for (const row of rows) {
    const { project, signature, client_id } = row.metadata;
    const entry = entryOf(set, row);
    if (client_id === null || !entry) continue;
    const seen = entry.group ? [{ project, signature }] : [];
    const others = aliases.filter(({ ticket_id }) => ticket_id === entry.ticketId);
    for (const one of [...seen, ...others]) {
      keys.set(clientKey(one.project, one.signature, client_id), [one.project, one.signature, client_id]);
    }
  }
  return [...keys.values()];
}

function entryOf({ signatures }: WorkingSet, { metadata }: ErrorLogRow) {
  return signatures.get(keyOf(metadata.project, metadata.signature));
}
