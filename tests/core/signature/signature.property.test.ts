import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { ERROR_TYPES } from '../../../src/core/rows.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { chromium, facts, request } from './facts.ts';

const sign = (captured: CapturedFacts): string => signatureOf(captured).signature;

/** Text as hostile as pages can make it: any code unit, and what the patterns look for. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\0',
        '\ud800',
        '\udfff',
        '\ue000',
        '\ue001',
        '|',
        '\n',
        '"',
        "'",
        '(',
        ')',
        '{',
        '}',
        '[',
        ']',
        '*',
        '%s',
        '%E0%',
        '\u202e',
      ),
      fc.constantFrom(
        'Uncaught ',
        'TypeError: ',
        "Cannot read properties of undefined (reading '",
        "')",
        ' is not a function',
        'https://',
        '    at f (',
        '@',
        ':1:2',
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const number = fc.oneof(fc.nat(), fc.integer(), fc.double());

const anyFacts: fc.Arbitrary<CapturedFacts> = fc.record(
  {
    browser: fc.constantFrom('chromium', 'firefox', 'safari', 'other'),
    error_type: fc.constantFrom(...ERROR_TYPES),
    message: hostile,
    name: hostile,
    source: hostile,
    line: fc.nat(),
    column: fc.nat(),
    stack: hostile,
    page_url: hostile,
    http: fc.record({
      method: hostile,
      url: hostile,
      status: number,
      duration_ms: fc.constant(null),
      error: fc.constant(null),
    }),
    console_args: fc.array(hostile, { maxLength: 12 }),
  },
  { requiredKeys: ['browser', 'error_type', 'message', 'name', 'source', 'line', 'column', 'stack', 'page_url'] },
);

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
        expect(one.signature.split('|')).toHaveLength(3);
        expect(one.signature.split('|')[0]).not.toBe('');
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

const letters = 'abcdefghijklmnopqrstuvwxyz';
const uuid = fc.uuid();
const id = fc.integer({ min: 100, max: 99_999_999 }).map(String);
const code = fc
  .tuple(
    fc.constantFrom('R', 'F', 'BK', 'INV'),
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 99_999 }),
  )
  .map((part) => part.join('-'));
const mail = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
    fc.constantFrom('example.org', 'mail.example.fr'),
  )
  .map((part) => part.join('@'));
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString());
const amount = fc.tuple(fc.nat(99_999), fc.integer({ min: 10, max: 99 })).map((part) => `${part.join('.')} €`);
const value = fc.oneof(uuid, id, code, mail, date, amount);

const host = fc.constantFrom(
  'https://app.example.fr',
  'https://staging.example.fr',
  'http://localhost:5173',
  'https://cdn.example.fr',
);
const alphabet = `${letters}${letters.toUpperCase()}0123456789`;
/** What Vite, esbuild and webpack put behind names; the few that look like words are left out. */
const hash = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 })
    .filter((text) => /[a-z][A-Z]/.test(text) && /\d.*\d/.test(text)),
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), minLength: 8, maxLength: 8 }),
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 20 })
    .filter((text) => /\d/.test(text)),
);

function fails(at: { host: string; hash: string; line: number; value: string; name?: string }): CapturedFacts {
  const place = `${at.host}/assets/basket-${at.hash}.js?v=${at.line}`;
  return chromium('Error', `could not ${at.name ?? 'book'} ${at.value} for "${at.value}"`, [
    `Basket.confirm ${place}:${at.line}:20`,
  ]);
}

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
    const asked = (where: string, which: string, query: string): string =>
      sign(
        request(
          { method: 'PATCH', status: 409, url: `${where}/api/bookings/${which}/lines?${query}` },
          { page_url: `${where}/` },
        ),
      );
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
    const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        const missing = (what: string): string =>
          sign(chromium('ReferenceError', `${what} is not defined`, ['f /js/cart.js:3:4']));
        expect(missing(one) === missing(other)).toBe(one === other);
      }),
    );
  });
});

describe('what could be secret', () => {
  const token = fc
    .string({ unit: fc.constantFrom(...alphabet), minLength: 24, maxLength: 60 })
    .filter((text) => /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text));
  const card = fc
    .array(fc.integer({ min: 1000, max: 9999 }), { minLength: 4, maxLength: 4 })
    .map((part) => part.join(' '));
  const secret = fc.oneof(token, card, mail, uuid);

  test.each<[string, (text: string) => CapturedFacts]>([
    ['a text', (text) => facts({ message: `could not use ${text} today` })],
    ['quotes', (text) => facts({ message: `could not use "${text}"` })],
    [
      'a property',
      (text) =>
        chromium('TypeError', `Cannot read properties of undefined (reading '${text}')`, ['f /a-BtgzfaOP.js:1:300']),
    ],
    [
      'JSON',
      (text) =>
        facts({ error_type: 'unhandled_rejection', message: JSON.stringify({ message: `no ${text}`, [text]: text }) }),
    ],
    [
      'a logged text',
      (text) => facts({ error_type: 'console_error', console_args: ['failed', text, JSON.stringify({ id: text })] }),
    ],
    ['a query', (text) => request({ url: `https://app.example.fr/api?token=${text}#${text}` })],
    ['a path', (text) => request({ url: `https://app.example.fr/api/reset/${encodeURIComponent(text)}/done` })],
    [
      'an address in a text',
      (text) => facts({ message: `no answer from https://${text.replaceAll(' ', '')}:pw@example.org/x?key=${text}` }),
    ],
    [
      'the address of a script',
      (text) => facts({ message: 'boom', source: `https://app.example.fr/pay?key=${text}`, line: 3 }),
    ],
    [
      'the address of a frame',
      (text) =>
        facts({
          message: 'boom',
          stack: `Error: boom\n    at f (data:text/javascript,${text.replaceAll(' ', '')}:1:1)`,
        }),
    ],
  ])('never shows in a signature, from %s', (_, build) => {
    fc.assert(
      fc.property(secret, (text) => {
        const { signature, lineless, parts } = signatureOf(build(text));
        for (const shown of [signature, lineless, parts.message, parts.source]) {
          expect(shown).not.toContain(text);
          expect(shown).not.toContain(encodeURIComponent(text));
        }
      }),
    );
  });
});
