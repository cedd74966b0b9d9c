import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeze, type FrozenOrder, type FrozenView, type Placed } from '../../../src/ui/data/frozen-list.ts';

const row = (key: string, at: number, count = 1) => ({ key, at: String(at).padStart(6, '0'), count });
type TestRow = ReturnType<typeof row>;

function shown(order: FrozenOrder<TestRow> | null, live: TestRow[], complete = false) {
  const view = freeze(order, live, complete);
  return { keys: view.rows.map(({ key }) => key).join(''), ...view };
}

describe('freeze', () => {
  it('shows everything at first, and when nothing stood', () => {
    const first = shown(null, []);
    expect(first).toMatchObject({ keys: '', fresh: 0 });
    expect(shown(first.order, [row('b', 2), row('a', 1)])).toMatchObject({ keys: 'ba', fresh: 0 });
  });

  it('changes a row in place, even when it became the newest', () => {
    const first = shown(null, [row('b', 2), row('a', 1)]);
    const second = shown(first.order, [row('a', 9, 7), row('b', 2)]);
    expect(second.keys).toBe('ba');
    expect(second.rows[1]).toEqual(row('a', 9, 7));
  });

  it('counts newer rows instead of pushing them in', () => {
    const first = shown(null, [row('b', 20), row('a', 10)]);
    expect(shown(first.order, [row('d', 40), row('c', 15), row('b', 20), row('a', 10)])).toMatchObject({
      keys: 'ba',
      fresh: 2,
    });
  });

  it('keeps a row that newer ones pushed beyond the limit, as last read', () => {
    const first = shown(null, [row('b', 2), row('a', 1)]);
    const second = shown(first.order, [row('b', 2), row('a', 1, 5)]);
    const third = shown(second.order, [row('d', 4), row('c', 3)]);
    expect(third).toMatchObject({ keys: 'ba', fresh: 2 });
    expect(third.rows[1]).toEqual(row('a', 1, 5));
  });

  it('drops what is gone when the list is complete', () => {
    const first = shown(null, [row('b', 2), row('a', 1)]);
    expect(shown(first.order, [row('b', 2)], true).keys).toBe('b');
    expect(shown(first.order, [row('z', 9)], true)).toMatchObject({ keys: 'z', fresh: 0 });
  });

  it('appends older rows when the reader asks for more, fresh ones still waiting', () => {
    const first = shown(null, [row('d', 4), row('c', 3)]);
    const second = shown(first.order, [row('e', 5), row('d', 4), row('c', 3), row('b', 2), row('a', 1)]);
    expect(second).toMatchObject({ keys: 'dcba', fresh: 1 });
    expect(shown(second.order, [row('e', 5), row('b', 6), row('d', 4), row('c', 3), row('a', 1)])).toMatchObject({
      keys: 'dcba',
      fresh: 1,
    });
  });

  it('never moves, repeats or loses a standing row, whatever happens', () => {
    const list = fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.nat(50) }), {
      selector: ({ key }) => key,
    });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 6 }), (steps) => {
        let order: FrozenOrder<Placed> | null = null;
        let before: string[] = [];
        for (const step of steps) {
          const live = step.map(({ key, at }) => row(key, at)).toSorted((a, b) => (a.at < b.at ? 1 : -1));
          const view: FrozenView<Placed> = freeze<Placed>(order, live, false);
          const keys = view.rows.map(({ key }) => key);
          expect(keys.slice(0, before.length)).toEqual(before);
          expect(new Set(keys).size).toBe(keys.length);
          expect(live.filter(({ key }) => !keys.includes(key))).toHaveLength(view.fresh);
          before = keys;
          order = view.order;
        }
      }),
    );
  });
});
