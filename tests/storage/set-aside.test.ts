import { beforeEach, describe, expect, it } from 'vitest';
import { VigieDatabase } from '../../src/storage/database.ts';
import { countSetAside, setAsideTallies, type SetAside } from '../../src/storage/set-aside.ts';

let db: VigieDatabase;
let made = 0;

beforeEach(async () => {
  made += 1;
  db = new VigieDatabase(`set-aside-${made}`);
  await db.open();
});

function ignored(id: string, key = 'favicon', count = 1): SetAside {
  return { id, why: 'ignored', key, count };
}

describe('countSetAside', () => {
  it('counts by rule and by reason', async () => {
    await countSetAside(db, [
      ignored('a'),
      ignored('b', 'favicon', 4),
      ignored('c', 'resize-observer'),
      { id: 'd', why: 'refused', key: 'rate', count: 7 },
      { id: 'dropped e', why: 'dropped', key: '', count: 3 },
    ]);
    expect(await setAsideTallies(db)).toMatchObject({
      ignored: { favicon: 5, 'resize-observer': 1 },
      refused: { rate: 7 },
      dropped: 3,
    });
  });

  it('counts what is delivered again once, and what has grown by its growth', async () => {
    const dropped = { id: 'dropped e', why: 'dropped', key: '', count: 3 } as const;
    await countSetAside(db, [ignored('a', 'favicon', 2), dropped]);
    await countSetAside(db, [ignored('a', 'favicon', 2), ignored('b'), { ...dropped, count: 5 }]);
    await countSetAside(db, [ignored('b'), ignored('b'), dropped]);
    expect(await setAsideTallies(db)).toMatchObject({ ignored: { favicon: 3 }, dropped: 5 });
  });

  it('counts what has no id each time', async () => {
    await countSetAside(db, [ignored(''), ignored('')]);
    await countSetAside(db, [ignored('')]);
    expect(await setAsideTallies(db)).toMatchObject({ ignored: { favicon: 3 } });
  });

  it('is exact when several count at once', async () => {
    const lists = Array.from({ length: 20 }, (_, index) => [ignored(`id ${index}`), ignored('same')]);
    await Promise.all(lists.map((list) => countSetAside(db, list)));
    expect(await setAsideTallies(db)).toMatchObject({ ignored: { favicon: 21 } });
  });

  it('stays small whatever rules and ids there are', async () => {
    for (let round = 0; round < 5; round += 1) {
      const list = Array.from({ length: 1_000 }, (_, index) => ignored(`${round} ${index}`, `rule ${round} ${index}`));
      await countSetAside(db, list);
    }
    const { ignored: tallies, recent } = await setAsideTallies(db);
    expect(Object.keys(tallies).length).toBeLessThanOrEqual(1_001);
    expect(recent).toHaveLength(2_000);
    expect(Object.values(tallies).reduce((sum, count) => sum + count, 0)).toBe(5_000);
  });

  it('starts over when what is stored makes no sense', async () => {
    await db.meta.put({ key: 'set_aside', value: { ignored: 7 } });
    await countSetAside(db, [ignored('a')]);
    expect(await setAsideTallies(db)).toMatchObject({ ignored: { favicon: 1 }, refused: {}, dropped: 0 });
  });
});
