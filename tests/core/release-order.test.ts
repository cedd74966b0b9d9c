import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOlderRelease } from '../../src/core/release-order.ts';
import { ago, HOUR } from './samples.ts';

const never = (): null => null;

test.each([
  ['1.9.0', '1.10.0', true],
  ['1.10.0', '1.9.0', false],
  ['2.0', '2.0.0', false],
  ['2.0.0', '2.0', false],
  ['2', '2.0.1', true],
  ['v1.2.3', '1.2.4', true],
  ['shop@1.2.3', 'shop@1.3.0', true],
  ['1.2.0-rc.1', '1.2.0', true],
  ['1.2.0', '1.2.0-rc.1', false],
  ['1.2.0-rc.2', '1.2.0-rc.10', true],
  ['1.2.0-alpha', '1.2.0-alpha.1', true],
  ['1.2.0-alpha.1', '1.2.0-alpha', false],
  ['1.2.0-alpha', '1.2.0-beta', true],
  ['1.2.0-1', '1.2.0-alpha', true],
  ['1.2.0-alpha', '1.2.0-1', false],
  ['1.2.0+7', '1.2.0+8', false],
  ['20260105', '20260106', true],
])('%s is older than %s: %s', (release, than, expected) => {
  expect(isOlderRelease(release, than, never)).toBe(expected);
});

test('what has no numbers is told by when it was first seen', () => {
  const seen = new Map([
    ['4f2a91c', ago(3 * HOUR)],
    ['b81e007', ago(HOUR)],
  ]);
  const firstSeen = (release: string) => seen.get(release) ?? null;
  expect(isOlderRelease('4f2a91c', 'b81e007', firstSeen)).toBe(true);
  expect(isOlderRelease('b81e007', '4f2a91c', firstSeen)).toBe(false);
  expect(isOlderRelease('4f2a91c', '1.2.0', firstSeen)).toBe(false);
  expect(isOlderRelease('unseen', 'b81e007', firstSeen)).toBe(false);
  expect(isOlderRelease('4f2a91c', 'unseen', firstSeen)).toBe(false);
});

const older = (one: string, other: string) => isOlderRelease(one, other, never);

const part = fc.oneof(fc.nat(12).map(String), fc.constantFrom('alpha', 'beta', 'rc'));
const numbers = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }).map((list) => list.join('.'));
const version = fc
  .tuple(numbers, fc.array(part, { maxLength: 3 }))
  .map(([main, preview]) => (preview.length === 0 ? main : `${main}-${preview.join('.')}`));

test('numbered releases stand in one order', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(older(a, a)).toBe(false);
      if (older(a, b)) expect(older(b, a)).toBe(false);
      if (older(a, b) && older(b, c)) expect(older(a, c)).toBe(true);
    }),
  );
});
