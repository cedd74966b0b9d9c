import { expect, test } from 'vitest';
import { changeSite, ensureSite, ensureSiteOfPattern } from '../../src/storage/sites.ts';
import { ago, NOW, uuid } from '../core/samples.ts';
import { livedIn, PROJECTS } from './lived-in.ts';
import { freshDatabase } from './support.ts';

test('a site is renamed and turned off, each alone', async () => {
  const db = await livedIn(10);
  const id = PROJECTS[1]!;
  expect(await changeSite(db, id, { name: '  My\n\0 site ' }, ago(2))).toMatchObject({
    before: { updated_at: expect.any(String) },
    after: { name: 'My site' },
  });
  expect(await db.cm_sites.get(id)).toMatchObject({ name: 'My site', enabled: true, updated_at: ago(2) });
  await changeSite(db, id, { enabled: false }, ago(1));
  expect(await db.cm_sites.get(id)).toMatchObject({ name: 'My site', enabled: false, updated_at: ago(1) });
  await changeSite(db, id, { name: ' ' }, NOW);
  await changeSite(db, id, { name: 'x'.repeat(500) }, NOW);
  expect((await db.cm_sites.get(id))?.name).toMatch(/^x{199}…$/);
});

test('a site that does not exist is not made', async () => {
  const db = freshDatabase();
  expect(await changeSite(db, uuid(1), { name: 'x' }, NOW)).toBeNull();
  expect(await db.cm_sites.count()).toBe(0);
});

test('one site is made of an address, and one of a pattern of many hosts, however often it is asked for', async () => {
  const db = freshDatabase();
  for (let time = 0; time < 2; time += 1) {
    expect((await ensureSite(db, 'https://shop.example/cart', NOW)).isNew).toBe(time === 0);
    await ensureSiteOfPattern(db, 'https://*.staging.example/*', NOW);
  }
  const sites = await db.cm_sites.orderBy('id').toArray();
  expect(new Set(sites.map(({ name }) => name))).toEqual(new Set(['shop.example', '*.staging.example']));
  // Its hosts belong to it: none of them gets a site of its own.
  await ensureSite(db, 'https://eu.staging.example/', NOW);
  expect(await db.cm_sites.count()).toBe(2);
});

test('a site that was removed is back, with its name, when it is asked for again', async () => {
  const db = freshDatabase();
  await ensureSite(db, 'https://shop.example/', ago(9));
  const [site] = await db.cm_sites.toArray();
  await changeSite(db, site!.id, { name: 'Shop', removed: true }, ago(2));
  await ensureSite(db, 'https://shop.example/', NOW);
  expect(await db.cm_sites.toArray()).toMatchObject([{ id: site!.id, name: 'Shop', enabled: true, removed: false }]);
});
