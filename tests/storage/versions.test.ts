import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
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
