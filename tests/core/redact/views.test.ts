import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../../src/core/redact/views.ts';

/** The texts of all views, innermost last. */
function texts(text: string): string[] {
  return viewsOf(text).map((view) => view.text);
}

describe('views', () => {
  test('a text without escapes has one view', () => {
    expect(texts('100 % de A&B, C:\\dossier')).toHaveLength(1);
  });

  test.each([
    ['%22a%22', '"a"'],
    ['caf%C3%A9 %F0%9F%98%80', 'café 😀'],
    ['%C3', '\uFFFD'],
    ['%E9t%E9', '\uFFFDt\uFFFD'],
    ['{\\"a\\":\\"b\\/c\\"}', '{"a":"b/c"}'],
    ['\\u0022\\x41\\u{1F600}\\n', '"A😀\n'],
    ['&quot;a&#39;b&#x3d;c&amp;', '"a\'b=c&'],
    ['&#99999999;', '&#99999999;'],
    ['&#1114112;', '\uFFFD'],
  ])('%j reads %j', (text, expected) => {
    expect(texts(text).at(-1)).toBe(expected);
  });

  test('layers are taken off one after the other', () => {
    expect(texts('%255C%2522')).toEqual(['%255C%2522', '%5C%22', '\\"', '"']);
  });

  test('layers are taken off four times and not for ever', () => {
    expect(texts(`%${'25'.repeat(50)}41`)).toHaveLength(5);
  });

  test('a place in a view leads back to the characters it was written with', () => {
    const text = 'x %70w%3D\\u0041\\/b y';
    const view = viewsOf(text).at(-1)!;
    const start = view.text.indexOf('A/b');
    const { start: from, end: to } = view.toOriginal({ start, end: start + 3 });
    expect(text.slice(from, to)).toBe('\\u0041\\/b');
  });

  test('what encoders write, views read, with every place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (secret, around) => {
        const encoded = `${encodeURIComponent(around)}${encodeURIComponent(`"${secret}"`)}z`;
        const view = viewsOf(encoded).find((candidate) => candidate.text.includes(`"${secret}"z`))!;
        const start = view.text.lastIndexOf(`"${secret}"z`) + 1;
        const { start: from, end: to } = view.toOriginal({ start, end: start + secret.length });
        expect(decodeURIComponent(encoded.slice(from, to))).toBe(secret);
      }),
    );
  });
});
