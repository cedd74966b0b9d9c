import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { NO_CONSENT } from '../../src/core/consent.ts';
import { consentOf } from '../../src/storage/consent.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { NOW, PROJECT, uuid } from '../core/samples.ts';

test('a database of version 2 keeps its rows, completed', async () => {
  const before = new Dexie('of-version-2');
  before.version(2).stores({ cm_signature_aliases: 'id', groups: '[project+signature]', cm_sites: 'id' });
  const signature = 'cart.js|total is not a function|12';
  const alias = { id: uuid(1), project: PROJECT, signature, ticket_id: uuid(2), created_at: NOW, reason: 'creation' };
  await before.table('cm_signature_aliases').add(alias);
  await before.table('groups').add({ project: PROJECT, signature, count: 3 });
  await before.table('cm_sites').add({ id: PROJECT, name: 'Shop' });
  before.close();

  const db = new VigieDatabase('of-version-2');
  expect(await db.cm_signature_aliases.toArray()).toEqual([{ ...alias, previous_ticket_id: null, updated_at: NOW }]);
  expect(await db.groups.toArray()).toEqual([{ project: PROJECT, signature, count: 3, lineless: null, pages: [] }]);
  expect(await db.cm_sites.toArray()).toEqual([{ id: PROJECT, name: 'Shop' }]);
});

function group(signature: string, error_type: string) {
  return { project: PROJECT, signature, error_type };
}

function on(day: string, signature: string, count: number) {
  return { project: PROJECT, day, signature, count };
}

test('a database of version 7 gets its days by kind', async () => {
  const before = new Dexie('of-version-7');
  before.version(7).stores({ groups: '[project+signature]', error_days: '[project+day+signature]' });
  await before.table('groups').bulkAdd([group('a', 'js_error'), group('b', 'js_error'), group('c', 'http_error')]);
  await before
    .table('error_days')
    .bulkAdd([
      on('2026-03-01', 'a', 2),
      on('2026-03-01', 'b', 3),
      on('2026-03-02', 'c', 4),
      on('2026-03-02', 'gone', 9),
    ]);
  before.close();

  const db = new VigieDatabase('of-version-7');
  expect(await db.type_days.toArray()).toEqual([
    { project: PROJECT, day: '2026-03-01', error_type: 'js_error', count: 5 },
    { project: PROJECT, day: '2026-03-02', error_type: 'http_error', count: 4 },
  ]);
});

/** A profile of the last version that asked nobody, with these rows of sites. */
async function ofVersion7(name: string, sites: { id: string }[]): Promise<VigieDatabase> {
  const before = new Dexie(name);
  before.version(7).stores({
    cm_sites: 'id',
    cm_error_logs: 'id',
    groups: '[project+signature]',
    error_days: '[project+day+signature]',
    meta: 'key',
  });
  await before.table('cm_sites').bulkAdd(sites);
  before.close();
  return new VigieDatabase(name);
}

test('a profile that was in use before anybody was asked goes on capturing, and has not agreed to sending', async () => {
  const used = await ofVersion7('used-before', [{ id: PROJECT }]);
  expect(await consentOf(used)).toEqual({ capture: { at: expect.any(String), by: 'earlier-use' }, sending: null });
  expect(await consentOf(await ofVersion7('never-used', []))).toEqual(NO_CONSENT);
  expect(await consentOf(new VigieDatabase('fresh'))).toEqual(NO_CONSENT);
});
