import { Dexie } from 'dexie';
import * as v from 'valibot';
import { countedTicket, isDueNow } from '../core/counted-ticket.ts';
import type { GroupRow } from '../core/group.ts';
import type { Settings } from '../core/settings.ts';
import { countedError } from './counted-error.ts';
import type { VigieDatabase } from './database.ts';
import { stepByStep } from './step-by-step.ts';
import { changedTables, saveChanges } from './save-changes.ts';

/*
 * An occurrence makes the ticket of its error when it reaches the threshold. When the threshold is lowered, errors that wait below the
 * former one have reached it already: they are gone through once, some in each transaction and the place noted in the same one, so that
 * whoever is killed goes on there.
 */

const PLACE = v.object({
  /** Whose tickets are all made, or being made. */
  threshold: v.number(),
  /** The last error that was looked at; null when all were. */
  after: v.nullable(v.tuple([v.string(), v.string()])),
});
type Place = v.InferOutput<typeof PLACE>;

const PLACE_KEY = 'ticketed';
const PAGE = 200;

/** Makes the tickets that a lowered threshold is due. To be called by every sweep; usually one read. */
export async function ticketWhatCounts(db: VigieDatabase, tickets: Settings['tickets'], now: string): Promise<void> {
  await stepByStep(db, changedTables(db), async () => {
    const place = await placeOf(db, tickets.threshold);
    if (place === null) return false;
    await ticketPage(db, place, tickets, now);
    return true;
  });
}

/** Where to go on; null when there is nothing to do. A raised threshold is noted, so that lowering it again is seen. */
async function placeOf(db: VigieDatabase, threshold: number): Promise<Place | null> {
  const row = await db.meta.get(PLACE_KEY);
  const stored = v.safeParse(PLACE, row?.value);
  const known = stored.success ? stored.output : null;
  if (known !== null && known.threshold <= threshold) {
    if (known.threshold === threshold) return known.after === null ? null : known;
    await note(db, { threshold, after: null });
    return null;
  }
  return { threshold, after: ['', ''] };
}

async function ticketPage(db: VigieDatabase, place: Place, tickets: Settings['tickets'], now: string): Promise<void> {
  const groups = await db.groups
    .where('[project+signature]')
    .above(place.after ?? [Dexie.minKey])
    .limit(PAGE)
    .toArray();
  for (const group of groups.filter(({ ticket_id, ticketing }) => ticket_id === null && ticketing)) {
    if (group.count >= tickets.threshold) await ticketOne(db, group, tickets, now);
  }
  const last = groups.at(-1);
  await note(db, { ...place, after: last && groups.length === PAGE ? [last.project, last.signature] : null });
}

async function ticketOne(db: VigieDatabase, group: GroupRow, tickets: Settings['tickets'], now: string): Promise<void> {
  const error = await countedError(db, group);
  if (isDueNow(error, tickets)) await saveChanges(db, countedTicket(error, tickets, now), now);
}

/**
 * Call inside the transaction that stores other rules: raised and lowered again before a sweep came by, a threshold is looked at all
 * the same.
 */
export async function noteThreshold(db: VigieDatabase, threshold: number): Promise<void> {
  await placeOf(db, threshold);
}

async function note(db: VigieDatabase, place: Place): Promise<void> {
  await db.meta.put({ key: PLACE_KEY, value: place });
}
