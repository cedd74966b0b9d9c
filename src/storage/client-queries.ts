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

/** An error as the tallies name it. */
type ErrorKey = [project: string, signature: string];

/** The errors that a client met. @param client part of an address or id, in any letter case. */
async function errorsOfClient(db: VigieDatabase, client: string): Promise<ErrorKey[]> {
  const searched = client.toLowerCase();
  const rows = await latest(db, REACH);
  const seen = rows.filter(({ client_email, client_id }) =>
    [client_email, client_id].some((name) => name?.toLowerCase().includes(searched)),
  );
  const keys = seen.map(({ project, signature }): [string, ErrorKey] => [
    groupKey(project, signature),
    [project, signature],
  ]);
  return [...new Map(keys).values()];
}

/** One text per error. */
export function groupKey(project: string, signature: string): string {
  return `${project} ${signature}`;
}

/** Keys, as `groupKey` gives them, of the errors that a client met. @param client part of an address or id, in any letter case. */
export async function groupKeysOfClient(db: VigieDatabase, client: string): Promise<Set<string>> {
  const errors = await errorsOfClient(db, client);
  return new Set(errors.map(([project, signature]) => groupKey(project, signature)));
}

/** Ids of the tickets whose error a client met. @param client part of an address or id, in any letter case. */
export async function ticketsOfClient(db: VigieDatabase, client: string): Promise<Set<string>> {
  const aliases = await db.cm_signature_aliases
    .where('[project+signature]')
    .anyOf(await errorsOfClient(db, client))
    .toArray();
  return new Set(aliases.map(({ ticket_id }) => ticket_id));
}
