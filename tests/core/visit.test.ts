import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanVisits } from '../../src/core/clean-visits.ts';
import type { VisitRow } from '../../src/core/signature-rows.ts';
import { mergeVisits, visitedPage, withVisit, type Visit } from '../../src/core/visit.ts';
import { ago, HOUR, INSTALL, PROJECT, uuid } from './samples.ts';

function visit(at: string, client_id: string | null = null): Visit {
  return { install: INSTALL, project: PROJECT, page: 'https://shop.example/cart', client_id, at };
}

/** One row of these visits, in this order. */
function rowOf(...visits: Visit[]): VisitRow {
  const row = visits.reduce<VisitRow | null>((before, one) => withVisit(before, one), null);
  if (!row) throw new Error('No visit');
  return row;
}

test.each([
  ['https://shop.example/cart?id=7#top', 'https://shop.example/cart'],
  ['https://shop.example:8443/reservations/4711/edit', 'https://shop.example:8443/reservations/*/edit'],
  ['https://shop.example', 'https://shop.example/'],
  ['about:blank', ''],
  ['data:text/html,hello', ''],
  ['no address', ''],
])('%s is counted as %j', (url, page) => {
  expect(visitedPage(url)).toBe(page);
});

test('visits of a day are one row, whatever their order', () => {
  const times = [ago(3 * HOUR), ago(HOUR), ago(2 * HOUR)];
  const row = rowOf(...times.map((at) => visit(at)));
  expect(row).toMatchObject({ day: ago(0).slice(0, 10), count: 3, first_at: ago(3 * HOUR), last_at: ago(HOUR) });
  expect(rowOf(visit(ago(HOUR), uuid(1))).id).not.toBe(row.id);
  expect(rowOf(visit(ago(25 * HOUR))).id).not.toBe(row.id);
});

test('copies of a row merge to the greater one, in any order and again', () => {
  const older = rowOf(visit(ago(3 * HOUR)));
  const newer = rowOf(visit(ago(3 * HOUR)), visit(ago(HOUR)));
  expect(mergeVisits(older, newer)).toEqual(newer);
  expect(mergeVisits(newer, older)).toBe(newer);
});

test('only what came after the last occurrence is clean', () => {
  const mixed = rowOf(visit(ago(5 * HOUR)), visit(ago(3 * HOUR)), visit(ago(HOUR)));
  const clean = rowOf(visit(ago(3 * HOUR), uuid(1)), visit(ago(HOUR), uuid(1)));
  const early = rowOf(visit(ago(6 * HOUR), uuid(2)));
  expect(cleanVisits([mixed, clean, early], ago(4 * HOUR))).toEqual({ count: 3, visitors: 2, since: ago(3 * HOUR) });
  expect(cleanVisits([early], ago(4 * HOUR))).toEqual({ count: 0, visitors: 0, since: null });
  expect(cleanVisits([], ago(4 * HOUR))).toEqual({ count: 0, visitors: 0, since: null });
});

/** So many hours into one day. */
function atHour(hour: number): string {
  return `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

test('never more clean visits are claimed than there were, and never an earlier one', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 0, max: 24 }), (when, seen) => {
      const lastSeen = atHour(Math.min(seen, 23));
      const truly = when.map(atHour).filter((time) => time > lastSeen);
      const found = cleanVisits([rowOf(...when.map((hour) => visit(atHour(hour))))], lastSeen);
      expect(found.count).toBeLessThanOrEqual(truly.length);
      expect(found.count > 0).toBe(truly.length > 0);
      expect((found.since ?? '~') >= (truly.toSorted()[0] ?? '')).toBe(true);
    }),
  );
});
