import { Dexie } from 'dexie';
import * as v from 'valibot';
import { aliasId, mergedAlias } from '../core/alias.ts';
import { rebuiltGroup } from '../core/rebuilt-group.ts';
import type { AliasRow } from '../core/signature-rows.ts';
import { settingsFrom, type Settings } from '../core/settings.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { makesTicket } from '../core/ticket.ts';
import { readCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { survivorOf } from './merged-tickets.ts';
import { markSignAgain } from './sign-again.ts';

/*
 * The groups follow from the shared tables. After an import they are made anew, some signatures in each transaction and the place
 * noted in the same one: whoever is killed goes on there. Captures that come in between count in both, before and after.
 */

/** Of a group. */
export type GroupKey = [project: string, signature: string];

const key = v.tuple([v.string(), v.string()]);
/** Null: from the beginning. The log comes second, for signatures that have no tally. */
const PLACE = v.object({ table: v.picklist(['sightings', 'log']), after: v.nullable(key) });
type Place = v.InferOutput<typeof PLACE>;

const PLACE_KEY = 'rebuild';
const PAGE = 200;

/** Call inside a transaction that changed shared tables: the groups are to be made anew. */
export async function markRebuild(db: VigieDatabase): Promise<void> {
  const place: Place = { table: 'sightings', after: null };
  await db.meta.put({ key: PLACE_KEY, value: place });
  await markSignAgain(db);
}

/** Makes all groups anew, whatever they say now. */
export async function rebuildAll(db: VigieDatabase): Promise<void> {
  await db.transaction('rw', db.meta, () => markRebuild(db));
  await finishRebuild(db);
}

/** Makes the groups anew if that is still to be done. To be called at every start; usually one read. */
export async function finishRebuild(db: VigieDatabase): Promise<void> {
  for (;;) {
    const goesOn = await db.transaction('rw', touchedTables(db), async () => {
      const row = await db.meta.get(PLACE_KEY);
      if (!row) return false;
      await rebuildPage(db, v.parse(v.fallback(PLACE, { table: 'sightings', after: null }), row.value));
      return true;
    });
    if (!goesOn) return;
  }
}

function touchedTables(db: VigieDatabase) {
  return [
    db.groups,
    db.meta,
    db.cm_error_sightings,
    db.cm_error_logs,
    db.cm_signature_aliases,
    db.cm_signature_states,
    db.cm_support_tickets,
    db.cm_settings,
  ];
}

async function rebuildPage(db: VigieDatabase, place: Place): Promise<void> {
  const keys = place.table === 'sightings' ? await talliedKeys(db, place.after) : await loggedKeys(db, place.after);
  const existing = place.table === 'log' ? await db.groups.bulkGet(keys) : [];
  // What has tallies is done already when the log's turn comes.
  await remakeGroups(
    db,
    keys.filter((_, index) => !existing[index]),
  );
  await moveOn(db, place, keys);
}

/** Makes these groups anew, as far as anything is known of them. Call inside a transaction over what it reads and writes. */
export async function remakeGroups(db: VigieDatabase, keys: readonly GroupKey[]): Promise<void> {
  if (keys.length === 0) return;
  const { settings } = settingsFrom(await db.cm_settings.toArray());
  const counters = await readCounters(db);
  const existing = await db.groups.bulkGet([...keys]);
  const groups = await Promise.all(
    keys.map(async (at, index) => {
      const old = existing[index] ?? null;
      const facts = await factsOf(db, at, settings);
      if (!old && facts.sightings.length === 0 && !facts.last) return [];
      const group = rebuiltGroup(old, facts);
      counters.occurrences += group.count - (old?.count ?? 0);
      return [group];
    }),
  );
  await db.groups.bulkPut(groups.flat());
  await writeCounters(db, counters);
}

async function moveOn(db: VigieDatabase, place: Place, done: GroupKey[]): Promise<void> {
  const last = done.at(-1);
  const next: Place | null = last
    ? { ...place, after: last }
    : place.table === 'sightings'
      ? { table: 'log', after: null }
      : null;
  if (next) await db.meta.put({ key: PLACE_KEY, value: next });
  else await db.meta.delete(PLACE_KEY);
}

async function talliedKeys(db: VigieDatabase, after: GroupKey | null): Promise<GroupKey[]> {
  const keys = await db.cm_error_sightings
    .where('[project+signature]')
    .above(after ?? [Dexie.minKey])
    .limit(PAGE)
    .uniqueKeys();
  return v.parse(v.array(key), keys);
}

/** Hops from one signature to the next, whatever the number of their occurrences. */
async function loggedKeys(db: VigieDatabase, after: GroupKey | null): Promise<GroupKey[]> {
  const keys: GroupKey[] = [];
  while (keys.length < PAGE) {
    const last = keys.at(-1) ?? after;
    const next = await db.cm_error_logs
      .where('[metadata.project+metadata.signature+timestamp]')
      .above(last ? [...last, Dexie.maxKey] : [Dexie.minKey])
      .first();
    if (!next) break;
    keys.push([next.metadata.project, next.metadata.signature]);
  }
  return keys;
}

async function factsOf(db: VigieDatabase, [project, signature]: GroupKey, { tickets }: Settings) {
  const log = () =>
    db.cm_error_logs
      .where('[metadata.project+metadata.signature+timestamp]')
      .between([project, signature, Dexie.minKey], [project, signature, Dexie.maxKey]);
  const [sightings, first = null, last = null, alias, state] = await Promise.all([
    db.cm_error_sightings.where('[project+signature]').equals([project, signature]).toArray(),
    log().first(),
    log().last(),
    aliasHere(db, project, signature),
    db.cm_signature_states.get(signatureStateId(project, signature)),
  ]);
  const ticketId = alias?.ticket_id ?? null;
  const ticket = (ticketId !== null && !last && (await db.cm_support_tickets.get(ticketId))) || null;
  let logged = 0;
  if (sightings.length === 0) await log().each(({ metadata }) => (logged += metadata.count));
  const ticketing = [first, last].some((row) => row !== null && makesTicket(row, tickets));
  const resolved = state?.resolved ?? null;
  return { project, signature, sightings, first, last, logged, ticket, ticketId, ticketing, resolved };
}

/** The signature's alias; one that came from elsewhere follows the merges that were made here. */
async function aliasHere(db: VigieDatabase, project: string, signature: string): Promise<AliasRow | undefined> {
  const alias = await db.cm_signature_aliases.get(aliasId(project, signature));
  const ticket = alias && (await db.cm_support_tickets.get(alias.ticket_id));
  if (!ticket || ticket.metadata.merged_into === undefined) return alias;
  const survivor = await survivorOf(db, ticket.id);
  if (!survivor) return alias;
  const followed = mergedAlias(alias, survivor.id, ticket.updated_at);
  await db.cm_signature_aliases.put(followed);
  return followed;
}
