import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SightingRow } from '../../src/core/signature-rows.ts';
import { mergeSightings, sightingId, tally } from '../../src/core/sighting.ts';
import { ago, INSTALL, PROJECT, uuid } from './samples.ts';

const key = {
  install: INSTALL,
  epoch: 1,
  project: PROJECT,
  signature: 'a|b|1',
  client_id: uuid(1),
  client_email: null,
};

const copy: fc.Arbitrary<SightingRow> = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    first: fc.integer({ min: 5, max: 9 }),
    last: fc.integer({ min: 0, max: 4 }),
    client_email: fc.constantFrom(null, 'a@example.com', 'b@example.com'),
  })
  .map(({ count, first, last, client_email }) => ({
    ...key,
    id: sightingId(key),
    count,
    first_seen: ago(first),
    last_seen: ago(last),
    client_email,
  }));

function numbers({ count, first_seen, last_seen }: SightingRow) {
  return { count, first_seen, last_seen };
}

test('merging is a maximum: order, repetition and grouping do not matter', () => {
  fc.assert(
    fc.property(copy, copy, copy, (a, b, c) => {
      expect(mergeSightings(a, b)).toEqual(mergeSightings(b, a));
      expect(mergeSightings(a, a)).toBe(a);
      const both = mergeSightings(a, b);
      expect(mergeSightings(both, b)).toBe(both);
      // Two addresses of one client: which of them stays is a matter of taste, the numbers are not.
      expect(numbers(mergeSightings(both, c))).toEqual(numbers(mergeSightings(a, mergeSightings(b, c))));
    }),
  );
});

test('a tally adds up and widens', () => {
  const one = tally(null, key, ago(5), 2);
  expect(one).toEqual({ id: sightingId(key), ...key, count: 2, first_seen: ago(5), last_seen: ago(5) });
  const two = tally(one, { ...key, client_email: 'a@example.com' }, ago(3), 1);
  expect(two).toMatchObject({ count: 3, first_seen: ago(5), last_seen: ago(3), client_email: 'a@example.com' });
  expect(tally(two, key, ago(9), 1)).toMatchObject({ count: 4, first_seen: ago(9), client_email: 'a@example.com' });
});

test('every part of the key makes another tally', () => {
  const others = [
    { ...key, install: uuid(2) },
    { ...key, epoch: 2 },
    { ...key, project: uuid(2) },
    { ...key, signature: 'a|b|2' },
    { ...key, client_id: uuid(2) },
    { ...key, client_id: null },
  ];
  expect(new Set([key, ...others].map(sightingId)).size).toBe(7);
  expect(sightingId({ ...key, client_email: 'x@example.com' })).toBe(sightingId(key));
});
