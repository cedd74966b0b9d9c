import type { Table } from 'dexie';
import { mergeRow } from '../core/merge.ts';
import type { SharedRows } from '../core/row-schemas.ts';
import type { SiteRow } from '../core/rows.ts';
import { PULLED_TABLES, type PulledRows, type PulledTable } from '../core/sync/protocol.ts';
import { isTeamSetting } from '../core/sync/team-settings.ts';
import type { VigieDatabase } from './database.ts';
import type { Install } from './install.ts';
import { entriesOf, firstRevision, lastRevision } from './outbox.ts';
import { OWN_ALREADY } from './provisional.ts';
import type { PulledChanges } from './pulled-changes.ts';
import { teamOf } from './team.ts';
import { PROVISIONAL_TABLES, type ProvisionalRow, type ProvisionalTable } from './local-rows.ts';

type PulledRow = SharedRows[PulledTable];

const MOST_SITES = 1_000;

/** Writes the rows of a page, each in its table's way. */
export async function takeRows(
  db: VigieDatabase,
  rows: PulledRows,
  install: Install,
  changes: PulledChanges,
): Promise<{ cloned: boolean }> {
  const cloned = await isCloned(db, rows, install);
  for (const table of PULLED_TABLES) {
    const told = (rows[table] ?? []).filter((row) => !('key' in row) || isTeamSetting(row.key));
    const pulled = table === 'cm_sites' ? await withoutWaiting(db, told) : told;
    if (pulled.length > 0) await takeTable(db, table, pulled, changes);
  }
  return { cloned };
}

/** What an administrator has said about a site and is not sent yet will be the team's. */
async function withoutWaiting(db: VigieDatabase, sites: readonly PulledRow[]): Promise<readonly PulledRow[]> {
  if ((await teamOf(db))?.role !== 'admin') return sites;
  const waiting = new Set((await entriesOf(db, 'cm_sites', MOST_SITES)).map(({ id }) => id));
  return sites.filter((row) => !waiting.has(keyOf(row)));
}

/** Nobody but this install may have counted further than it has. */
async function isCloned(db: VigieDatabase, { cm_error_sightings = [] }: PulledRows, own: Install): Promise<boolean> {
  const ours = cm_error_sightings.filter(({ install, epoch }) => install === own.install && epoch === own.epoch);
  const here = await db.cm_error_sightings.bulkGet(ours.map(({ id }) => id));
  return ours.some(({ count }, index) => count > (here[index]?.count ?? 0));
}

async function takeTable(
  db: VigieDatabase,
  table: PulledTable,
  rows: readonly PulledRow[],
  changes: PulledChanges,
): Promise<void> {
  const store: Table<PulledRow, string> = db.table(table);
  const latest = new Map(rows.map((row) => [keyOf(row), row]));
  const shown = isProvisional(table) ? await keepServer(db, table, latest) : latest;
  const before = await store.bulkGet([...shown.keys()]);
  const written = [...shown.values()].flatMap((row, index): PulledRow[] => {
    const here = before[index];
    const after = here ? merged(table, here, row) : row;
    if (after === here) return [];
    changes.note(table, here ?? null, after);
    return [after];
  });
  await store.bulkPut(written);
}

function keyOf(row: PulledRow): string {
  return 'key' in row ? row.key : row.id;
}

function isProvisional(table: PulledTable): table is ProvisionalTable & PulledTable {
  const tables: readonly string[] = PROVISIONAL_TABLES;
  return tables.includes(table);
}

/** Facts are merged; of the rest the team's row is the truth. */
function merged(table: PulledTable, here: PulledRow, pulled: PulledRow): PulledRow {
  if (table === 'cm_error_sightings' || table === 'cm_visits' || table === 'cm_error_logs') {
    return mergeRow<PulledTable>(table, here, pulled);
  }
  if (table === 'cm_sites' && isSite(here) && isSite(pulled)) return withOwnSwitches(here, pulled);
  return pulled;
}

function isSite(row: PulledRow): row is SiteRow {
  return 'patterns' in row;
}

/** What an administrator may have taken away from a site: then the team's row has no such field. */
const RULES = ['network', 'unobtrusive', 'environment', 'quiet_statuses', 'account', 'release'] as const;

/**
 * Whether a site is watched, and that its accounts may be read, is each browser's own decision. Of a site that nobody has decided about
 * since the team met it, what the team does not say stays as it is here; afterwards a rule that is not there was taken away.
 */
function withOwnSwitches(here: SiteRow, pulled: SiteRow): SiteRow {
  // Whichever is newer: what a browser calls a site before it has heard of the team's is no decision.
  const row = mergeRow('cm_sites', { ...here, updated_at: '' }, pulled);
  const { enabled: _enabled, paused_until: _pause, removed: _removed, ...told } = row;
  const after = { ...here, ...told };
  if (pulled.updated_at <= pulled.created_at) return after;
  for (const rule of RULES) if (pulled[rule] === undefined) delete after[rule];
  return after;
}

/** Notes the team's rows where this install has its own versions, and returns those that may be shown already. */
async function keepServer(
  db: VigieDatabase,
  table: ProvisionalTable,
  rows: ReadonlyMap<string, PulledRow>,
): Promise<Map<string, PulledRow>> {
  const [known, first, last] = await Promise.all([
    db.provisional.bulkGet([...rows.keys()].map((id) => [table, id])),
    firstRevision(db),
    lastRevision(db),
  ]);
  const shown = new Map(rows);
  const kept: ProvisionalRow[] = [];
  for (const before of known) {
    const server = before && rows.get(before.id);
    if (!server) continue;
    kept.push({ ...before, server, after: before.after === OWN_ALREADY ? last : before.after });
    if (before.held >= first) shown.delete(before.id);
  }
  await db.provisional.bulkPut(kept);
  return shown;
}
