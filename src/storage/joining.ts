import { Dexie } from 'dexie';
import { isShared } from '../core/self-test-project.ts';
import type { PushedTable } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import type { Install } from './install.ts';
import { addEntries, teamTables } from './outbox.ts';
import { keepOwn } from './provisional.ts';
import type { ProvisionalTable } from './local-rows.ts';
import * as v from 'valibot';

/*
 * What was here before the team was joined is brought to it: some rows in each transaction, the place noted in the same one, so that
 * whoever is killed goes on there. Nothing is pulled before that is done: until then every ticket is this install's own.
 */

const STEPS = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_sites',
  'cm_error_sightings',
  'cm_error_logs',
  'cm_visits',
  'cm_error_corrections',
  'cm_commands',
] as const;
type Step = (typeof STEPS)[number];

const PLACE = v.object({
  step: v.picklist(STEPS),
  /** Key of the last row that was looked at; null: none. */
  after: v.nullable(v.union([v.string(), v.tuple([v.string(), v.string()])])),
});
type Place = v.InferOutput<typeof PLACE>;

const PLACE_KEY = 'joining';
const PAGE = 250;

/**
 * Call inside the transaction that joins: everything here is to be brought to the team. After a `reset` of its database only the facts
 * and commands are: tickets are no longer this install's own.
 */
export async function startJoining(db: VigieDatabase, why: 'joined' | 'reset'): Promise<void> {
  const place: Place = { step: why === 'joined' ? 'cm_support_tickets' : 'cm_sites', after: null };
  await db.meta.put({ key: PLACE_KEY, value: place });
}

/** Does the next part. Returns whether there is more to do. */
export async function joinStep(db: VigieDatabase, { install }: Install): Promise<boolean> {
  const tables = STEPS.map((step) => db.table(step));
  return db.transaction('rw', [...tables, ...teamTables(db)], async () => {
    const row = await db.meta.get(PLACE_KEY);
    if (!row) return false;
    const place = v.parse(v.fallback(PLACE, { step: 'cm_support_tickets', after: null }), row.value);
    const { last, found } = await PAGES[place.step](db, place.after, install);
    const next = found === PAGE && last !== undefined ? { ...place, after: last } : stepAfter(place.step);
    if (next) await db.meta.put({ key: PLACE_KEY, value: next });
    else await db.meta.delete(PLACE_KEY);
    return next !== null;
  });
}

function stepAfter(step: Step): Place | null {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next ? { step: next, after: null } : null;
}

interface Page {
  last: Place['after'] | undefined;
  found: number;
}

/** What each step does with the rows after a key. */
const PAGES: { [S in Step]: (db: VigieDatabase, after: Place['after'], install: string) => Promise<Page> } = {
  cm_support_tickets: (db, after) => markPage(db, 'cm_support_tickets', after),
  cm_support_ticket_history: (db, after) => markPage(db, 'cm_support_ticket_history', after),
  cm_signature_aliases: (db, after) => markPage(db, 'cm_signature_aliases', after),
  cm_signature_states: (db, after) => markPage(db, 'cm_signature_states', after),
  cm_sites: (db, after) => wholePage(db, 'cm_sites', after),
  async cm_error_sightings(db, after, install) {
    const rows = await db.cm_error_sightings.where('id').above(from(after)).limit(PAGE).toArray();
    return ownPage(db, 'cm_error_sightings', rows, install);
  },
  cm_error_logs: (db, after) => wholePage(db, 'cm_error_logs', after),
  async cm_visits(db, after, install) {
    const rows = await db.cm_visits.where('id').above(from(after)).limit(PAGE).toArray();
    return ownPage(db, 'cm_visits', rows, install);
  },
  cm_error_corrections: (db, after) => wholePage(db, 'cm_error_corrections', after),
  async cm_commands(db, after) {
    const rows = await db.cm_commands.where('[created_at+id]').above(from(after)).limit(PAGE).toArray();
    const last = rows.at(-1);
    return enqueuePage(db, 'cm_commands', rows, { last: last && [last.created_at, last.id], found: rows.length });
  },
};

function from(after: Place['after']): string | [string, string] | typeof Dexie.minKey {
  return after ?? Dexie.minKey;
}

async function wholePage(db: VigieDatabase, table: PushedTable, after: Place['after']): Promise<Page> {
  const ids = await db.table<{ id: string }, string>(table).where('id').above(from(after)).limit(PAGE).primaryKeys();
  const rows = ids.map((id) => ({ id }));
  return enqueuePage(db, table, rows, { last: ids.at(-1), found: ids.length });
}

/** Tallies of other installs, as from a backup, are theirs to tell. */
async function ownPage(
  db: VigieDatabase,
  table: PushedTable,
  rows: readonly { id: string; install: string; project: string }[],
  install: string,
): Promise<Page> {
  const own = rows.filter((row) => row.install === install && isShared(row.project));
  return enqueuePage(db, table, own, { last: rows.at(-1)?.id, found: rows.length });
}

async function enqueuePage(
  db: VigieDatabase,
  table: PushedTable,
  rows: readonly { id: string }[],
  page: Page,
): Promise<Page> {
  await addEntries(
    db,
    rows.map(({ id }) => ({ table, id })),
  );
  return page;
}

/** Rows of this install's own: they stay until the team has theirs. */
async function markPage(db: VigieDatabase, table: ProvisionalTable, after: Place['after']): Promise<Page> {
  const ids = await db
    .table<{ id: string }, string>(table)
    .where('id')
    .above(after ?? Dexie.minKey)
    .limit(PAGE)
    .primaryKeys();
  await keepOwn(db, table, ids);
  return { last: ids.at(-1), found: ids.length };
}
