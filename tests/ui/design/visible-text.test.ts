import { assert, property, string, nat, constantFrom, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampText, oneLine, visibleText } from '../../../src/ui/design/visible-text.ts';

const NASTY = [
  '\u202E',
  '\u2066',
  '\u200B',
  '\0',
  '\u001B',
  '\r',
  '\n',
  ' ',
  'a',
  'é',
  '\uD800',
  '\uDC00',
  '😀',
  '\u{E0041}',
];
const nasty = array(constantFrom(...NASTY)).map((parts) => parts.join(''));

describe('visibleText', () => {
  it.each([
    ['evil\u202Egpj.exe', 'evil[U+202E]gpj.exe'],
    ['\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['zero\u200Bwidth\uFEFF', 'zero[U+200B]width[U+FEFF]'],
    ['\u0000\u0007\u001B[31m', '[U+0000][U+0007][U+001B][31m'],
    ['\u007F\u0085', '[U+007F][U+0085]'],
    ['lone \uD83D surrogate', 'lone [U+D83D] surrogate'],
    ['\u{E0041}', '[U+E0041]'],
    ['a\u2028b', 'a[U+2028]b'],
    ['a\r\nb\rc', 'a\nb[U+000D]c'],
  ])('shows what would hide: %j', (hidden, shown) => {
    expect(visibleText(hidden)).toBe(shown);
  });

  it.each(['déjà vu', 'a\n\tb', 'مرحبا שלום', '👩‍👧', '❤️', 'नमस्ते', 'می‌خواهم'])(
    'leaves ordinary writing alone: %s',
    (plain) => {
      expect(visibleText(plain)).toBe(plain);
    },
  );

  it('lets nothing through that steers what follows', () => {
    assert(
      property(nasty, (value) => {
        expect(visibleText(value)).not.toMatch(/[\p{Cs}\u202A-\u202E\u2066-\u2069\u200B]|(?![\n\t])\p{Cc}/u);
      }),
    );
  });
});

describe('clampText', () => {
  it('cuts at the limit, never through a character, and counts the rest', () => {
    expect(clampText('abc', 3)).toEqual({ shown: 'abc', hidden: 0 });
    expect(clampText('abcd', 3)).toEqual({ shown: 'abc', hidden: 1 });
    expect(clampText('ab😀', 3)).toEqual({ shown: 'ab', hidden: 2 });
  });

  it('loses nothing', () => {
    assert(
      property(string({ unit: 'grapheme' }), nat(20), (value, limit) => {
        const { shown, hidden } = clampText(value, limit);
        expect(shown.length + hidden).toBe(value.length);
        expect(shown).not.toMatch(/\p{Cs}/u);
        expect(value.startsWith(shown)).toBe(true);
      }),
    );
  });
});

describe('oneLine', () => {
  it('is one line without borders of blanks', () => {
    expect(oneLine('  a\n\n  b\tc ')).toBe('a b c');
  });

  it('says that it was cut', () => {
    expect(oneLine('a'.repeat(301))).toBe(`${'a'.repeat(300)}…`);
    expect(oneLine(`a${' '.repeat(5_000)}b`)).toBe('a…');
  });

  it('is quick with a text of 100 kB', () => {
    const start = performance.now();
    for (let turn = 0; turn < 200; turn += 1) oneLine('x '.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
