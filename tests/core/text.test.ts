import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, oneLine } from '../../src/core/text.ts';

test('a clipped text is short enough and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const cut = clip(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }),
  );
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
  expect(clip('a🦊bc', 3)).toBe('a…');
});

test('one line has no break and no control character', () => {
  expect(oneLine('  a\r\n\tb\u0000\u001Bc\u2028d ')).toBe('a b c d');
});
