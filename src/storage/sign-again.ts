import * as v from 'valibot';
import { aliasId, newAlias } from '../core/alias.ts';
import type { GroupRow } from '../core/group.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { AliasRow } from '../core/signature-rows.ts';
import { SIGNATURE_VERSION } from '../core/signature/signature.ts';
import { signedAgain } from '../core/signature/signed-again.ts';
import type { VigieDatabase } from './database.ts';
import { keepOwn } from './provisional.ts';
import { stepByStep } from './step-by-step.ts';

/*
 * A later version of the algorithm gives known errors other signatures. So that this splits no ticket, the errors that have one are signed
 * again, once for each version, and what their signatures will be leads to their tickets. Some errors in each transaction and the place
 * noted in the same one: whoever is killed goes on there.
 *
 * In a team it is the database that says which ticket a signature belongs to, and it cannot sign: what is found here stands until the team
 * has said so itself, and is told to it with the first occurrence of the new signature (`moved` of a push).
 */

const PLACE = v.object({
  version: v.number(),
  /** The last error that was signed again; null when all were. */
  after: v.nullable(v.tuple([v.string(), v.string()])),
});
type Place = v.InferOutput<typeof PLACE>;

const PLACE_KEY = 'signed';
const PAGE = 100;

/**
 * Leads the present version's signatures to the tickets that are there. To be called at every start and after what came from elsewhere;
 * usually one read.
 */
export async function signAgain(db: VigieDatabase): Promise<void> {
  const tables = [db.meta, db.groups, db.cm_error_logs, db.cm_signature_aliases, db.provisional];
  await stepByStep(db, tables, async () => {
    const after = await placeOf(db);
    if (after === null) return false;
    await signPage(db, after);
    return true;
  });
}

/** Call inside a transaction that brought rows of elsewhere, which may be of an earlier version. */
export async function markSignAgain(db: VigieDatabase): Promise<void> {
  await db.meta.delete(PLACE_KEY);
}

/** The same for rows that came from the team, where one of them would have a signature that leads nowhere yet. */
export async function markUnled(db: VigieDatabase, rows: readonly ErrorLogRow[]): Promise<void> {
  const ids = rows.flatMap((row) => newName(row).map((name) => aliasId(row.metadata.project, name)));
  if (ids.length === 0) return;
  const known = await db.cm_signature_aliases.bulkGet(ids);
  if (known.includes(undefined)) await markSignAgain(db);
}

/** What the present version calls an occurrence of an earlier one, where that is another signature. */
function newName(row: ErrorLogRow): string[] {
  const { signature, signature_version } = row.metadata;
  if (signature_version >= SIGNATURE_VERSION) return [];
  const name = signedAgain(row);
  return name === signature ? [] : [name];
}

async function placeOf(db: VigieDatabase): Promise<Place['after']> {
  const stored = v.safeParse(PLACE, (await db.meta.get(PLACE_KEY))?.value);
  return stored.success && stored.output.version === SIGNATURE_VERSION ? stored.output.after : ['', ''];
}

async function signPage(db: VigieDatabase, after: [string, string]): Promise<void> {
  const groups = await db.groups.where('[project+signature]').above(after).limit(PAGE).toArray();
  const found = await Promise.all(groups.filter(({ ticket_id }) => ticket_id !== null).map((one) => signed(db, one)));
  const aliases = [...new Map(found.flat().map((alias) => [alias.id, alias])).values()];
  const known = await db.cm_signature_aliases.bulkGet(aliases.map(({ id }) => id));
  const fresh = aliases.filter((_, index) => known[index] === undefined);
  await keepOwn(
    db,
    'cm_signature_aliases',
    fresh.map(({ id }) => id),
  );
  await db.cm_signature_aliases.bulkAdd(fresh);
  const last = groups.at(-1);
  const place: Place = {
    version: SIGNATURE_VERSION,
    after: last && groups.length === PAGE ? [last.project, last.signature] : null,
  };
  await db.meta.put({ key: PLACE_KEY, value: place });
}

/** What leads the new signatures of an error to its ticket: as old as the samples that they were found by, so that browsers find the same. */
async function signed(
  db: VigieDatabase,
  { project, signature, ticket_id, first_error_id, last_error_id }: GroupRow,
): Promise<AliasRow[]> {
  const samples = await db.cm_error_logs.bulkGet([last_error_id, first_error_id]);
  const times = new Map(
    samples.flatMap((row) => (row ? newName(row).map((name) => [name, row.timestamp] as const) : [])),
  );
  times.delete(signature);
  return [...times].map(([name, time]) => ({ ...newAlias(project, name, ticket_id ?? '', time), reason: 'algorithm' }));
}
