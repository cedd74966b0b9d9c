import type { SightingRow } from '../core/signature-rows.ts';
import type { VigieDatabase } from './database.ts';

/* Who was seen with what. No index is by client: the latest sightings are looked through, and no more. */

const REACH = 5_000;

function latest(db: VigieDatabase, limit: number): Promise<SightingRow[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie range, not an array
  return db.cm_error_sightings.orderBy('last_seen').reverse().limit(limit).toArray();
}

/** Addresses (else ids) of the clients seen last, each once. */
export async function recentClients(db: VigieDatabase, limit = 50): Promise<string[]> {
  const rows = await latest(db, 500);
  const names = rows.flatMap(({ client_email, client_id }) => client_email ?? client_id ?? []);
  return [...new Set(names)].slice(0, limit);
}

/** Ids of the tickets whose error a client met. @param client part of an address or id, in any letter case. */
export async function ticketsOfClient(db: VigieDatabase, client: string): Promise<Set<string>> {
  const searched = client.toLowerCase();
  const rows = await latest(db, REACH);
  const seen = rows.filter(({ client_email, client_id }) =>
    [client_email, client_id].some((name) => name?.toLowerCase().includes(searched)),
  );
  const keys = new Map(seen.map(({ project, signature }) => [`${project} ${signature}`, [project, signature]]));
  const aliases = await db.cm_signature_aliases
    .where('[project+signature]')
    .anyOf([...keys.values()])
    .toArray();
  return new Set(aliases.map(({ ticket_id }) => ticket_id));
}
