import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANY_FRAME,
  made,
  observe,
  tell,
  type Change,
  type PageRequest,
  type Seen,
  type WitnessRow,
} from '../../src/core/witness.ts';

type Row = WitnessRow<string>;

/** Both sides and the occurrences that came of them, as the background holds them. */
class Ledger {
  rows = new Map<string, Row>();
  occurrences = new Map<string, number>();

  apply({ put, drop }: Change<string>): void {
    for (const row of put) this.rows.set(row.id, row);
    for (const id of drop) this.rows.delete(id);
  }

  tell(request: PageRequest) {
    const telling = tell([...this.rows.values()], request);
    this.apply(telling);
    const rest = request.count - telling.absorbed;
    if (rest > 0 && telling.aside === '' && !this.occurrences.has(request.id)) this.occurrences.set(request.id, rest);
    return telling;
  }

  observe(view: Seen<string>): void {
    this.apply(observe([...this.rows.values()], view));
  }

  settle(): void {
    for (const row of this.rows.values()) {
      if (row.side !== 'seen') continue;
      this.occurrences.set(row.id, row.left);
      this.rows.set(row.id, made(row));
    }
  }

  total(): number {
    return [...this.occurrences.values()].reduce((sum, count) => sum + count, 0);
  }
}

const HERE = { document: 'D', tab: 1, frame: 0, origin: 'https://shop.example' };

function seen(id: string, at: number, change: Partial<Seen<string>> = {}): Seen<string> {
  const facts = { keys: ['k'], from: at, until: at, left: 1, since: at, status: 500, error: '', aside: '', item: id };
  return { side: 'seen', id, ...HERE, ...facts, ...change };
}

function told(id: string, at: number, change: Partial<PageRequest> = {}): PageRequest {
  return { id, key: 'k', ...HERE, from: at, until: at, count: 1, since: at, ...change };
}

describe('two witnesses', () => {
  it('make one occurrence in either order, of the page’s', () => {
    for (const order of [
      ['seen', 'told'],
      ['told', 'seen'],
    ]) {
      const ledger = new Ledger();
      for (const side of order) {
        if (side === 'seen') ledger.observe(seen('b', 1_000));
        else ledger.tell(told('p', 1_020));
      }
      ledger.settle();
      expect([...ledger.occurrences]).toEqual([['p', 1]]);
    }
  });

  it('give the page’s record what the browser knows', () => {
    const ledger = new Ledger();
    ledger.observe(seen('b', 1_000, { status: 503 }));
    expect(ledger.tell(told('p', 1_020)).seen?.status).toBe(503);
  });

  it('make one occurrence when the page tells late: the browser’s', () => {
    const ledger = new Ledger();
    ledger.observe(seen('b', 1_000));
    ledger.settle();
    expect(ledger.tell(told('p', 1_020, { since: 60_000 }))).toMatchObject({ absorbed: 1, completes: 'b' });
    expect(ledger.tell(told('p', 1_020, { since: 61_000 }))).toMatchObject({ absorbed: 1, completes: null });
    expect([...ledger.occurrences]).toEqual([['b', 1]]);
  });

  it('are about two failures when document, address or time differ', () => {
    const others = [
      seen('b', 1_000, { document: 'E' }),
      seen('b', 1_000, { keys: ['l'] }),
      seen('b', 29_000),
      seen('b', 1_000, { document: '', tab: 2 }),
      seen('b', 1_000, { tab: -1, origin: 'https://other.example' }),
    ];
    for (const other of others) {
      const ledger = new Ledger();
      ledger.observe(other);
      ledger.tell(told('p', 1_000));
      ledger.settle();
      expect(ledger.total()).toBe(2);
    }
  });

  it('are about one where the browser names no document, or a worker of the origin', () => {
    for (const same of [seen('b', 1_000, { document: '' }), seen('b', 1_000, { tab: -1, document: '' })]) {
      const ledger = new Ledger();
      ledger.observe(same);
      ledger.tell(told('p', 1_000));
      ledger.settle();
      expect([...ledger.occurrences]).toEqual([['p', 1]]);
    }
  });

  it('are about one where the page does not know which frame the browser means', () => {
    const ledger = new Ledger();
    ledger.observe(seen('b', 1_000));
    ledger.tell(told('p', 1_000, { document: '', frame: ANY_FRAME }));
    ledger.settle();
    expect([...ledger.occurrences]).toEqual([['p', 1]]);
  });

  it.each(['seen, told', 'told, seen', 'seen, seen, told', 'seen, told, seen', 'seen, made, seen, told'])(
    'make one occurrence of an element for which the browser asks ahead, and again: %s',
    (order) => {
      const ledger = new Ledger();
      for (const [index, step] of order.split(', ').entries()) {
        const at = 1_000 + index * 2_000;
        if (step === 'made') ledger.settle();
        else if (step === 'seen') ledger.observe(seen(`b${index}`, at, { element: true }));
        else ledger.tell(told('p', at, { from: at - 60_000, element: true }));
      }
      ledger.settle();
      expect(ledger.total()).toBe(1);
    },
  );

  it('make one occurrence of a script that is looked at again once the first look became it, however late its page tells', () => {
    const look = { element: true, speaks: true };
    const ledger = new Ledger();
    ledger.observe(seen('b1', 1_000, look));
    ledger.settle();
    ledger.observe(seen('b2', 4_500, look));
    ledger.settle();
    const late = told('p', 4_600, { from: -55_400, element: true });
    expect(ledger.tell(late)).toMatchObject({ absorbed: 1, completes: 'b1' });
    ledger.observe(seen('b3', 5_000, look));
    ledger.settle();
    expect([...ledger.occurrences]).toEqual([['b1', 1]]);
    // A second element of the same file: its own page speaks for it.
    ledger.tell({ ...late, id: 'q' });
    expect(ledger.total()).toBe(2);
  });

  it('count the script of a worker beside the same one of a service worker, which is no second look at it', () => {
    const look = { element: true, speaks: true };
    const service = { ...look, document: '', tab: -1 };
    for (const [first, second] of [
      [service, look],
      [look, service],
    ]) {
      const ledger = new Ledger();
      ledger.observe(seen('b1', 1_000, first));
      ledger.observe(seen('b2', 3_000, second));
      ledger.settle();
      expect(ledger.total()).toBe(2);
    }
  });

  it('count an image each time that it is asked for, since nobody may ever speak of it', () => {
    const ledger = new Ledger();
    for (const [index, at] of [1_000, 4_500].entries()) {
      ledger.observe(seen(`b${index}`, at, { element: true }));
      ledger.settle();
    }
    expect(ledger.total()).toBe(2);
  });

  it('know a redirected request by each of its addresses', () => {
    const ledger = new Ledger();
    ledger.observe(seen('b', 1_000, { keys: ['x', 'k', 'y'] }));
    ledger.tell(told('p', 1_000));
    ledger.settle();
    expect(ledger.total()).toBe(1);
  });

  it('take out what the browser knows to be none, whoever speaks of it', () => {
    const ledger = new Ledger();
    ledger.observe(seen('b', 1_000, { aside: 'blocked_by_client', item: null }));
    expect(ledger.tell(told('p', 1_000)).aside).toBe('blocked_by_client');
    expect(ledger.tell(told('p', 1_000)).aside).toBe('blocked_by_client');
    expect(ledger.total()).toBe(0);
  });
});

/** What happens to one failure: when the browser speaks, when the page does (if ever), and how often its record is delivered. */
const FAILURES = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 2_000 }),
    browser: fc.boolean(),
    page: fc.boolean(),
    deliveries: fc.integer({ min: 1, max: 3 }),
    moves: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
  }),
  { maxLength: 12 },
);

describe('any interleaving of both witnesses, deliveries and settlings', () => {
  it('makes one occurrence of each failure that anybody saw', () => {
    fc.assert(
      fc.property(FAILURES, fc.array(fc.nat(100), { maxLength: 6 }), (failures, settlings) => {
        const ledger = new Ledger();
        const steps: { order: number; run: () => void }[] = settlings.map((order) => ({
          order,
          run: () => ledger.settle(),
        }));
        for (const [index, { at, browser, page, deliveries, moves }] of failures.entries()) {
          // Addresses of their own, or one side's silence would be filled by another failure's testimony, rightly.
          const key = `k${index}`;
          if (browser)
            steps.push({ order: moves[0] ?? 0, run: () => ledger.observe(seen(`b${index}`, at, { keys: [key] })) });
          for (let turn = 1; turn <= (page ? deliveries : 0); turn += 1)
            steps.push({ order: moves[turn] ?? 0, run: () => void ledger.tell(told(`p${index}`, at + 30, { key })) });
        }
        for (const { run } of steps.toSorted((a, b) => a.order - b.order)) run();
        ledger.settle();
        expect(ledger.total()).toBe(failures.filter(({ browser, page }) => browser || page).length);
      }),
      { numRuns: 300 },
    );
  });

  it('makes one occurrence of each script that its page tells of, however often the browser looks and however late the page is', () => {
    const step = fc.constantFrom('look', 'settle', 'tell');
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.nat(3_000), { minLength: 14, maxLength: 14 }),
        (steps, gaps) => {
          const ledger = new Ledger();
          let at = 1_000;
          for (const [index, name] of ['look', ...steps, 'tell'].entries()) {
            at += gaps[index] ?? 0;
            if (name === 'look') ledger.observe(seen(`b${index}`, at, { element: true, speaks: true }));
            else if (name === 'settle') ledger.settle();
            else ledger.tell(told(`p${index}`, at, { from: at - 60_000, element: true }));
          }
          ledger.settle();
          expect(ledger.total()).toBe(1 + steps.filter((name) => name === 'tell').length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts identical failures exactly when both saw each of them', () => {
    const orders = fc.array(fc.nat(100), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.nat(100), { maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (moves, settlings, size) => {
          const ledger = new Ledger();
          const steps: { order: number; run: () => void }[] = settlings.map((order) => ({
            order,
            run: () => ledger.settle(),
          }));
          for (const [index, order] of moves.entries())
            steps.push({ order, run: () => ledger.observe(seen(`b${index}`, 1_000 + index)) });
          for (let first = 0; first < moves.length; first += size) {
            const count = Math.min(size, moves.length - first);
            const request = told(`p${first}`, 1_000 + first, { count, until: 2_000 });
            steps.push({ order: moves[first] ?? 0, run: () => void ledger.tell(request) });
          }
          for (const { run } of steps.toSorted((a, b) => a.order - b.order)) run();
          ledger.settle();
          expect(ledger.total()).toBe(moves.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
