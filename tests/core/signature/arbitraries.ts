import * as fc from 'fast-check';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { ERROR_TYPES } from '../../../src/core/rows.ts';

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

export const anyFacts: fc.Arbitrary<CapturedFacts> = fc.record(
  {
    browser: fc.constantFrom('chromium', 'firefox', 'safari', 'other'),
    error_type: fc.constantFrom(...ERROR_TYPES),
    message: hostile,
    name: hostile,
    source: hostile,
    line: number,
    column: number,
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

/** A text of the given characters. */
export function textOf(characters: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters.split('')), minLength, maxLength });
}

export const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;

export const uuid = fc.uuid();
export const id = fc.integer({ min: 100, max: 99_999_999 }).map(String);
export const code = fc
  .tuple(
    fc.constantFrom('R', 'F', 'BK', 'INV'),
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 99_999 }),
  )
  .map((parts) => parts.join('-'));
const mail = fc
  .tuple(textOf(LETTERS, 1, 12), fc.constantFrom('example.org', 'mail.example.fr'))
  .map((parts) => parts.join('@'));

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString());
const amount = fc.tuple(fc.nat(99_999), fc.integer({ min: 10, max: 99 })).map((parts) => `${parts.join('.')} €`);

/** What differs from one visit to the next. */
export const value = fc.oneof(uuid, id, code, mail, date, amount);

export const host = fc.constantFrom(
  'https://app.example.fr',
  'https://staging.example.fr',
  'http://localhost:5173',
  'https://cdn.example.fr',
);

/** What Vite, esbuild and webpack put behind names; the few that look like words are left out. */
export const hash = fc.oneof(
  textOf(ALPHABET, 8).filter((text) => /[a-z][A-Z]/.test(text) && /\d.*\d/.test(text)),
  textOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 8),
  textOf('0123456789abcdef', 12, 20).filter((text) => /\d/.test(text)),
);

const token = textOf(ALPHABET, 24, 60).filter((text) => /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text));
const card = fc
  .array(fc.integer({ min: 1000, max: 9999 }), { minLength: 4, maxLength: 4 })
  .map((parts) => parts.join(' '));

/** What must never be repeated. */
export const secret = fc.oneof(token, card, mail, uuid);
