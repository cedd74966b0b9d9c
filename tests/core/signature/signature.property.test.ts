import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { ERROR_TYPES } from '../../../src/core/rows.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { anyFacts, code, hash, host, id, LETTERS, textOf, uuid, value } from './arbitraries.ts';
import { chromium, facts, request } from './facts.ts';

const sign = (captured: CapturedFacts): string => signatureOf(captured).signature;

describe('whatever is captured', () => {
  test('a signature is bounded, well-formed text on one line of three parts, the same each time', () => {
    fc.assert(
      fc.property(anyFacts, (captured) => {
        const one = signatureOf(captured);
        expect(one.signature.length).toBeLessThanOrEqual(400);
        expect(one.lineless.length).toBeLessThanOrEqual(400);
        expect(one.parts.message.length).toBeLessThanOrEqual(200);
        expect(one.signature).not.toMatch(/\p{Cc}|\p{Cs}|\p{Co}/u);
        expect(one.lineless).not.toMatch(/\p{Cc}|\p{Cs}|\p{Co}/u);
        expect(one.signature).toMatch(/^[^|]+\|[^|]*\|\d+$/);
        expect(signatureOf(structuredClone(captured))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'a',
    'aA1',
    '"',
    "'",
    '(',
    '{"a":',
    '[',
    '/a',
    'a@',
    '1 ',
    '1-',
    ' A',
    'Ab ',
    'a.',
    '*',
    '%',
    ' is ',
    'at ',
    '\n    at ',
    'Cannot read ',
    '\ud83d\ude00',
    'can\'t access property "',
  ])('a megabyte of %j takes no longer than a page of it by far', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const captured = facts({
      message: text,
      name: 'TypeError',
      stack: text,
      source: text,
      page_url: text,
      http: { method: text, url: text, status: 500, duration_ms: null, error: null },
    });
    const start = performance.now();
    for (const error_type of ERROR_TYPES) signatureOf({ ...captured, error_type });
    signatureOf({ ...captured, error_type: 'console_error', console_args: [text, text] });
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

function fails(at: { host: string; hash: string; line: number; value: string; name?: string }): CapturedFacts {
  const place = `${at.host}/assets/basket-${at.hash}.js?v=${at.line}`;
  return chromium('Error', `could not ${at.name ?? 'book'} ${at.value} for "${at.value}"`, [
    `Basket.confirm ${place}:${at.line}:20`,
  ]);
}

const asked = (where: string, which: string, query: string): string =>
  sign(
    request(
      { method: 'PATCH', status: 409, url: `${where}/api/bookings/${which}/lines?${query}` },
      { page_url: `${where}/` },
    ),
  );

const missing = (what: string): string =>
  sign(chromium('ReferenceError', `${what} is not defined`, ['f /js/cart.js:3:4']));

describe('the same bug', () => {
  test('keeps its signature with other values, on another host, after a rebuild', () => {
    const base = sign(fails({ host: 'https://app.example.fr', hash: 'Bb_Y7-z2', line: 31, value: '8812' }));
    fc.assert(
      fc.property(host, hash, value, (where, build, what) => {
        expect(sign(fails({ host: where, hash: build, line: 31, value: what }))).toBe(base);
      }),
    );
  });

  test('keeps its signature on every page', () => {
    const failing = fails({ host: 'https://app.example.fr', hash: 'Bb_Y7-z2', line: 31, value: '1' });
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (page_url) => {
        expect(sign({ ...failing, page_url })).toBe(sign(failing));
      }),
    );
  });

  test('keeps its signature with other ids in the path and another query, if a request', () => {
    fc.assert(
      fc.property(host, fc.oneof(uuid, id, code), fc.webQueryParameters(), (where, which, query) => {
        expect(asked(where, which, query)).toBe('/api/bookings/*/lines|PATCH 409|0');
      }),
    );
  });
});

describe('another bug', () => {
  const words = ['book', 'cancel', 'print', 'refund', 'move', 'split'];

  test('has another signature on another line, or with another word', () => {
    const at = { host: 'https://app.example.fr', hash: 'Bb_Y7-z2', value: '8812' };
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 600 }),
        fc.integer({ min: 2, max: 600 }),
        fc.constantFrom(...words),
        fc.constantFrom(...words),
        (a, b, one, other) => {
          const same = a === b && one === other;
          expect(sign(fails({ ...at, line: a, name: one })) === sign(fails({ ...at, line: b, name: other }))).toBe(
            same,
          );
        },
      ),
    );
  });

  test('has another signature with another name in an engine text', () => {
    const name = textOf(LETTERS, 3, 12);
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(missing(one) === missing(other)).toBe(one === other);
      }),
    );
  });
});
