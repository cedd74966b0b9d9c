import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { groupsOfTab, tabPage } from '../../src/storage/queries.ts';
import { forgetTab, forgetTabs, shownPage } from '../../src/storage/tabs.ts';
import { ago, context, NOW, occurrence } from '../core/samples.ts';
import { captured, freshDatabase } from './support.ts';

const SHOP = 'https://shop.example';
const BLOG = 'https://blog.example';

test('two tabs count apart, the group counts both', async () => {
  const db = freshDatabase();
  const many = occurrence(3, { metadata: { count: 4 } });
  const applied = await applyOccurrences(
    db,
    [captured(occurrence(1), 1), captured(occurrence(2), 2), captured(many, 2), captured(occurrence(4))],
    context(),
  );
  expect(applied.tabs).toEqual([
    { tab: 1, count: 1 },
    { tab: 2, count: 5 },
  ]);
  expect(await groupsOfTab(db, 1, 10)).toMatchObject([{ tab_count: 1, count: 7 }]);
  expect(await groupsOfTab(db, 2, 10)).toMatchObject([{ tab_count: 5, count: 7, ticket: { statut: 'ouvert' } }]);
  expect(await groupsOfTab(db, 3, 10)).toEqual([]);
});

function at(number: number, age: number) {
  return captured(occurrence(number, { message: `m${number}`, timestamp: ago(age) }), 1);
}

test('a tab lists what it produced, newest first', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [at(1, 5), at(2, 9)], context());
  await applyOccurrences(db, [at(3, 1)], context());
  expect((await groupsOfTab(db, 1, 2)).map(({ message }) => message)).toEqual(['m3', 'm1']);
});

test('a new page begins at none, and the list of the tab goes on', async () => {
  const db = freshDatabase();
  await shownPage(db, 1, SHOP, ago(100));
  await applyOccurrences(db, [captured(occurrence(1), 1)], context());
  expect(await tabPage(db, 1)).toEqual({ tab: 1, origin: SHOP, count: 1, shown_at: ago(100) });
  await shownPage(db, 1, SHOP, ago(50));
  expect(await tabPage(db, 1)).toMatchObject({ count: 0 });
  const { tabs } = await applyOccurrences(db, [captured(occurrence(2, { timestamp: ago(1) }), 1)], context());
  expect(tabs).toEqual([{ tab: 1, count: 1 }]);
  expect(await groupsOfTab(db, 1, 10)).toMatchObject([{ tab_count: 2 }]);
});

test('what arrives late from the page before does not count on the new one', async () => {
  const db = freshDatabase();
  await shownPage(db, 1, BLOG, ago(50));
  const { tabs } = await applyOccurrences(db, [captured(occurrence(1, { timestamp: ago(60) }), 1, SHOP)], context());
  expect(tabs).toEqual([]);
  expect(await tabPage(db, 1)).toMatchObject({ origin: BLOG, count: 0 });
});

test('a page that nobody announced is begun by its first occurrence', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1), 1, BLOG)], context());
  expect(await tabPage(db, 1)).toEqual({ tab: 1, origin: BLOG, count: 1, shown_at: NOW });
  const later = context({}, ago(-60));
  await applyOccurrences(db, [captured(occurrence(2, { timestamp: ago(-50) }), 1, SHOP)], later);
  expect(await tabPage(db, 1)).toMatchObject({ origin: SHOP, count: 1 });
});

test('a tab that is closed is forgotten alone', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1), 1), captured(occurrence(2), 2)], context());
  await forgetTab(db, 1);
  expect(await tabPage(db, 1)).toBeUndefined();
  expect(await groupsOfTab(db, 1, 10)).toEqual([]);
  expect(await tabPage(db, 2)).toMatchObject({ count: 1 });
  expect(await groupsOfTab(db, 2, 10)).toHaveLength(1);
});

test('at the start of the browser every tab is forgotten, and nothing else', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(occurrence(1), 1), captured(occurrence(2), 2)], context());
  await forgetTabs(db);
  expect(await db.tab_pages.count()).toBe(0);
  expect(await db.tab_groups.count()).toBe(0);
  expect(await db.groups.count()).toBe(1);
  expect(await db.cm_error_logs.count()).toBe(2);
});
