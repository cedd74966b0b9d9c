import type { GroupRow } from '../core/group.ts';
import type { TicketRow } from '../core/rows.ts';
import type { SightingRow } from '../core/signature-rows.ts';
import type { VigieDatabase } from './database.ts';

/*
 * Who met what. An index names every client, whenever they were last seen: looking for a part of a name goes over the names, one step per
 * client, and over no error.
 */

/** Clients by their addresses and ids, as an index has them. */
export interface Clients {
  client_email: readonly string[];
  client_id: readonly string[];
}

/** What names more people than that is no name but a part of many, such as a domain: their errors are too many to be named. */
const PEOPLE = 100;
/** The same of what they met. */
const MET = 2_000;

/** Everyone whose address or id has this in it, in any letter case. */
export async function clientsLike(db: VigieDatabase, part: string): Promise<Clients> {
  const searched = part.trim().toLowerCase();
  const [client_email, client_id] = await Promise.all([
    namesLike(db, 'client_email', searched),
    namesLike(db, 'client_id', searched),
  ]);
  return { client_email, client_id };
}

async function namesLike(db: VigieDatabase, index: keyof Clients, searched: string): Promise<string[]> {
  const names = await db.cm_error_sightings.orderBy(index).uniqueKeys();
  return names.map(String).filter((name) => name.toLowerCase().includes(searched));
}

/** Names to choose from: addresses, else ids, that have this in them, by the alphabet. */
export async function clientNames(db: VigieDatabase, part: string, limit = 50): Promise<string[]> {
  const { client_email: addresses, client_id: ids } = await clientsLike(db, part);
  const shown = addresses.slice(0, limit);
  // Whoever has an address is called by it.
  const rest = ids.slice(0, limit - shown.length);
  const rows = await Promise.all(rest.map((id) => db.cm_error_sightings.where('client_id').equals(id).first()));
  return [...shown, ...rest.filter((_, index) => rows[index]?.client_email === null)];
}

/** One text per error. */
export function groupKey(project: string, signature: string): string {
  return `${project} ${signature}`;
}

/** Every error that these clients met, in no order; null: too many to be named. */
export async function groupsOfClients(db: VigieDatabase, clients: Clients): Promise<GroupRow[] | null> {
  const keys = await errorsOfClients(db, clients);
  const found = keys && (await db.groups.bulkGet(keys));
  return found?.filter((row) => row !== undefined) ?? null;
}

/** Ids of all tickets whose error these clients met; null: too many to be named. */
export async function ticketsOfClients(db: VigieDatabase, clients: Clients): Promise<Set<string> | null> {
  const keys = await errorsOfClients(db, clients);
  if (keys === null) return null;
  const aliases = await db.cm_signature_aliases.where('[project+signature]').anyOf(keys).toArray();
  return new Set(aliases.map(({ ticket_id }) => ticket_id));
}

async function errorsOfClients(db: VigieDatabase, clients: Clients): Promise<[string, string][] | null> {
  const named = [
    ...clients.client_email.map((name) => ['client_email', name] as const),
    ...clients.client_id.map((name) => ['client_id', name] as const),
  ];
  if (named.length > PEOPLE) return null;
  const pages = await Promise.all(
    named.map(([index, name]) =>
      db.cm_error_sightings
        .where(index)
        .equals(name)
        .limit(MET + 1)
        .toArray(),
    ),
  );
  const keys = new Map(
    pages
      .flat()
      .map(({ project, signature }): [string, [string, string]] => [
        groupKey(project, signature),
        [project, signature],
      ]),
  );
  return keys.size > MET ? null : [...keys.values()];
}

/** Of these errors, those that the clients met, as `groupKey` names them. */
export async function metAmong(
  db: VigieDatabase,
  clients: Clients,
  errors: readonly Pick<GroupRow, 'project' | 'signature'>[],
): Promise<Set<string>> {
  const isOneOf = lookUp(clients);
  const rows = await db.cm_error_sightings
    .where('[project+signature]')
    .anyOf(errors.map(({ project, signature }) => [project, signature]))
    .toArray();
  return new Set(rows.filter(isOneOf).map(({ project, signature }) => groupKey(project, signature)));
}

function lookUp(clients: Clients): (row: SightingRow) => boolean {
  const addresses = new Set(clients.client_email);
  const ids = new Set(clients.client_id);
  return ({ client_email: address, client_id: id }) =>
    (address !== null && addresses.has(address)) || (id !== null && ids.has(id));
}

/** Of these tickets, the ids of those whose error the clients met. */
export async function ticketsMetAmong(
  db: VigieDatabase,
  clients: Clients,
  tickets: readonly Pick<TicketRow, 'id'>[],
): Promise<Set<string>> {
  const aliases = await db.cm_signature_aliases
    .where('ticket_id')
    .anyOf(tickets.map(({ id }) => id))
    .toArray();
  const met = await metAmong(db, clients, aliases);
  const linked = aliases.filter(({ project, signature }) => met.has(groupKey(project, signature)));
  return new Set(linked.map(({ ticket_id }) => ticket_id));
}
