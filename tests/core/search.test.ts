import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsOf, endingsOf, hasWords, searchWords } from '../../src/core/search.ts';

describe('searchWords', () => {
  it('cuts at blanks and knows no letter case', () => {
    expect(searchWords('  Failed  to\tFETCH ')).toEqual(['failed', 'to', 'fetch']);
    expect(searchWords('   ')).toEqual([]);
  });
});

describe('the words of a text', () => {
  it('are all their endings of three letters and more, each once', () => {
    expect(endingsOf('Cart.total, CART é')).toEqual(['cart', 'art', 'total', 'otal', 'tal']);
  });

  it('are as many as an index can bear, of a text of any length', () => {
    const endings = endingsOf('x'.repeat(100_000) + 'y'.repeat(100_000));
    expect(endings.length).toBeLessThan(1_000);
    expect(Math.max(...endings.map((ending) => ending.length))).toBe(16);
  });

  it('lead to every text that has what was searched, wherever in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("abcAB01é字 .'(_-\u202E")), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(40), (whole, at, length) => {
        const start = at % (whole.length + 1);
        const words = searchWords(whole.slice(start, start + length));
        expect(hasWords(whole, words)).toBe(true);
        const endings = endingsOf(whole);
        for (const beginning of beginningsOf(words)) {
          expect(endings.some((ending) => ending.startsWith(beginning))).toBe(true);
        }
      }),
    );
  });
});
