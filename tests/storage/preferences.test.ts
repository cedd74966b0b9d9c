import { expect, test } from 'vitest';
import { isUuid } from '../../src/core/ids.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { installOf } from '../../src/storage/install.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { settings } from '../../src/storage/queries.ts';
import { NOW, uuid } from '../core/samples.ts';
import { freshDatabase } from './support.ts';

test('an install has one identity, even when many ask at once for the first time', async () => {
  const db = freshDatabase();
  let made = 0;
  const newId = () => uuid((made += 1));
  const found = await Promise.all([1, 2, 3].map(() => installOf(db, newId)));
  expect(new Set(found.map(({ install }) => install)).size).toBe(1);
  expect(await installOf(db, newId)).toEqual({ install: found[0]!.install, epoch: 1 });
});

test('an identity that cannot be read is made anew', async () => {
  const db = freshDatabase();
  await db.meta.put({ key: 'install', value: { install: 'x', epoch: 0 } });
  const made = await installOf(db, () => crypto.randomUUID());
  expect(isUuid(made.install)).toBe(true);
  expect(await installOf(db, () => uuid(1))).toEqual(made);
});

test('a setting is stored as validated', async () => {
  const db = freshDatabase();
  expect(await saveSetting(db, 'tickets', { threshold: 2, priority: 'high', odd: 1 }, NOW)).toBeNull();
  expect(await db.cm_settings.get('tickets')).toEqual({
    key: 'tickets',
    value: { ...DEFAULT_SETTINGS.tickets, threshold: 2 },
    updated_at: NOW,
  });
  expect((await settings(db)).settings.tickets.threshold).toBe(2);
});

test('what is no setting is refused and stored nowhere', async () => {
  const db = freshDatabase();
  expect(await saveSetting(db, 'tickets', { threshold: 0 }, NOW)).toMatchObject({ code: 'invalid-setting' });
  expect(await saveSetting(db, 'theme', 'x', NOW)).toMatchObject({ code: 'unknown-setting' });
  expect(await db.cm_settings.count()).toBe(0);
});
