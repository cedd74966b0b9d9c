import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { consentOf } from '../../src/storage/consent.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { isNewerDatabase } from '../../src/storage/newer-database.ts';
import { settings, watch } from '../../src/storage/queries.ts';
import released from '../fixtures/database-versions.json' with { type: 'json' };
import releasedSettings from '../fixtures/settings-versions.json' with { type: 'json' };
import { livedIn } from './lived-in.ts';
import { everything } from './support.ts';

type Stores = Record<string, string>;
type Rows = Record<string, unknown[]>;

/** Every version that people have, with what it changed. A released version never changes: a new one is added to the fixture. */
const VERSIONS = Object.entries<Stores>(released).map(([number, stores]) => ({ number: Number(number), stores }));

/** Fields that a later version added, by table and that version: an older database has rows without them. */
const ADDED: { table: string; version: number; fields: Record<string, unknown> }[] = [
  { table: 'groups', version: 3, fields: { lineless: null } },
  { table: 'groups', version: 4, fields: { pages: [] } },
];

function without(table: string, row: unknown, version: number): unknown {
  const gone = ADDED.filter((added) => added.table === table && added.version > version);
  const names = new Set(gone.flatMap(({ fields }) => Object.keys(fields)));
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !names.has(name)));
}

function withDefaults(table: string, row: unknown, version: number): unknown {
  const came = ADDED.filter((added) => added.table === table && added.version > version);
  return Object.assign({}, row, ...came.map(({ fields }) => fields));
}

/** A database as the version left it, lived in. */
async function databaseOf(
  version: number,
  all: Rows,
  name = `of-version-${version}`,
): Promise<{ name: string; rows: Rows }> {
  const stores: Stores = Object.assign(
    {},
    ...VERSIONS.filter(({ number }) => number <= version).map((one) => one.stores),
  );
  const db = new Dexie(name);
  db.version(version).stores(stores);
  const rows: Rows = {};
  for (const table of Object.keys(stores)) {
    rows[table] = (all[table] ?? []).map((row) => without(table, row, version));
    await db.table(table).bulkAdd(rows[table]);
  }
  db.close();
  return { name, rows };
}

/** What lies in a database, whatever its version is. */
async function content(name: string): Promise<Rows> {
  const db = new Dexie(name);
  await db.open();
  const found = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  db.close();
  return Object.fromEntries(found);
}

/** The newest version, whose upgrade dies at its very end. */
class Dying extends VigieDatabase {
  constructor(name: string) {
    super(name);
    this.version(1_000).upgrade(() => {
      throw new Error('killed');
    });
  }
}

describe.each(VERSIONS)('a database of version $number', ({ number: version }) => {
  it('opens in the newest with every row, also after an upgrade that was cut short', async () => {
    const lived = await livedIn();
    const { name, rows } = await databaseOf(version, await everything(lived));
    await expect(new Dying(name).open()).rejects.toThrow('killed');
    expect(await content(name)).toEqual(rows);

    const db = new VigieDatabase(name);
    const upgraded = await everything(db);
    const { meta, cm_signature_aliases: aliases, type_days: _counted, ...others } = upgraded;
    for (const [table, found] of Object.entries(others)) {
      expect(found).toEqual((rows[table] ?? []).map((row) => withDefaults(table, row, version)));
    }
    expect(aliases).toEqual(rows['cm_signature_aliases']?.map((row) => expect.objectContaining(row)));
    expect(meta).toEqual(expect.arrayContaining(rows['meta'] ?? []));
    // Who used a version that asked nobody goes on.
    expect((await consentOf(db)).capture?.by).toBe(version < 11 ? 'earlier-use' : undefined);
    expect((await settings(db)).settings).toEqual((await settings(lived)).settings);
    db.close();
  });
});

it('the fixture knows every version before the newest that changed a table', async () => {
  const db = new VigieDatabase('newest');
  await db.open();
  const tables: Stores = Object.assign({}, ...VERSIONS.map(({ stores }) => stores));
  expect(db.tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(tables).toSorted());
  expect(Math.max(...VERSIONS.map(({ number }) => number))).toBeLessThan(db.verno + 1);
});

it('a database of a later version is left alone, and says so, until that version is back', async () => {
  const later = new Dexie('downgraded');
  later.version(1_000).stores({ cm_support_tickets: 'id', of_the_future: 'id' });
  await later.table('cm_support_tickets').add({ id: 'a', statut: 'of the future' });
  later.close();

  const db = new VigieDatabase('downgraded');
  const refusal: unknown = await db.cm_support_tickets.toArray().catch((error: unknown) => error);
  expect(isNewerDatabase(refusal)).toBe(true);
  expect(isNewerDatabase(await db.cm_sites.clear().catch((error: unknown) => error))).toBe(true);
  const told = await new Promise((resolve) => {
    watch(async () => db.cm_support_tickets.toArray(), resolve, resolve);
  });
  expect(isNewerDatabase(told)).toBe(true);
  db.close();
  expect(await content('downgraded')).toMatchObject({ cm_support_tickets: [{ id: 'a', statut: 'of the future' }] });
});

/** Settings as versions of the database had them stored, each field with a value that somebody chose. */
const SETTINGS = Object.entries<Record<string, unknown>>(releasedSettings).map(([version, stored]) => ({
  version: Number(version),
  stored,
}));

it.each(SETTINGS)('settings stored by version $version mean the same in the newest', async ({ version, stored }) => {
  const name = `settings-of-version-${version}`;
  const rows = Object.entries(stored).map(([key, value]) => ({ key, value, updated_at: '2026-03-01T12:00:00.000Z' }));
  const before = await databaseOf(version, { cm_settings: rows }, name);
  const db = new VigieDatabase(before.name);
  const read = await settings(db);
  expect(read.broken).toEqual([]);
  expect(read.settings).toMatchObject(stored);
  expect(await db.cm_settings.toArray()).toEqual(expect.arrayContaining(rows));
  db.close();
});
