import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/core/fields.ts';
import { parseRow } from '../../src/core/row-schemas.ts';
import { NOW, occurrence, uuid } from './samples.ts';

const log = (row: unknown) => parseRow('cm_error_logs', row);

test('a captured row passes as it is', () => {
  const row = occurrence(1, {
    metadata: {
      top_url: 'https://shop.example/',
      http: { method: 'GET', url: 'https://shop.example/a', status: 0, duration_ms: null, error: null },
      console_args: ['a'],
      causes: [{ name: 'Error', message: 'why', stack: '' }],
      suppressed: 3,
      breadcrumbs: [{ at: NOW, kind: 'click', text: 'button#pay' }],
    },
  });
  expect(log(row)).toEqual({ ok: true, row });
});

test('what a later version adds to the metadata is kept', () => {
  const row = occurrence(1);
  const later = { ...row, metadata: { ...row.metadata, release: '1.2', footprints: [{ at: NOW, text: 'x' }] } };
  expect(log(later)).toEqual({ ok: true, row: later });
});

test('texts lose NUL and lone surrogates, however deep', () => {
  const row = occurrence(1, { message: 'a\0b\uD800c🦊' });
  const hostile = { ...row, metadata: { ...row.metadata, extra: { ['k\0']: ['\uDFFFx'] } } };
  expect(log(hostile)).toMatchObject({
    ok: true,
    row: { message: 'ab\uFFFDc🦊', metadata: { extra: { k: ['\uFFFDx'] } } },
  });
});

test('a clean text is one that UTF-8 carries', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\0', '\uD83E', '\uDD8A', 'é') }), (text) => {
      const clean = cleanText(text);
      expect(Buffer.from(clean).toString()).toBe(clean);
      expect(clean).not.toContain('\0');
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test.each([
  ['2026-03-02T12:00:00.000Z', NOW],
  ['2026-03-02T13:00:00+01:00', NOW],
  ['2026-03-02 12:00:00.000123+00:00', NOW],
  ['2026-03-02T12:00Z', NOW],
])('the time %s is understood', (timestamp, expected) => {
  expect(log({ ...occurrence(1), timestamp })).toMatchObject({ ok: true, row: { timestamp: expected } });
});

test.each([
  '',
  'now',
  '2026',
  '2026-03-02',
  '2026-03-02T12:00:00',
  '2026-13-02T12:00:00Z',
  '+012026-03-02T12:00:00Z',
  5,
])('%j is no time', (timestamp) => {
  expect(log({ ...occurrence(1), timestamp })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^timestamp: /),
  });
});

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
let deep: unknown = 'x';
for (let level = 0; level < 50; level += 1) deep = [deep];

test.each([
  ['no id', { id: undefined }],
  ['an id that is no UUID', { id: 'x' }],
  ['an unknown type', { error_type: 'other' }],
  ['a text that is a number', { message: 5 }],
  ['a text without end', { message: 'x'.repeat(200_000) }],
  ['no metadata', { metadata: null }],
  ['no signature', { metadata: { ...occurrence(1).metadata, signature: '' } }],
  ['a count of none', { metadata: { ...occurrence(1).metadata, count: 0 } }],
  ['a count without end', { metadata: { ...occurrence(1).metadata, count: Number.MAX_SAFE_INTEGER } }],
  ['a project that is no UUID', { metadata: { ...occurrence(1).metadata, project: 'shop' } }],
  ['a function', { metadata: { ...occurrence(1).metadata, extra: () => 1 } }],
  ['a cycle', { metadata: { ...occurrence(1).metadata, extra: cyclic } }],
  ['a depth without end', { metadata: { ...occurrence(1).metadata, extra: deep } }],
  ['no number', { metadata: { ...occurrence(1).metadata, extra: Number.NaN } }],
])('%s is refused with a short reason', (_name, change) => {
  const result = log({ ...occurrence(1), ...change });
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.reason.length).toBeLessThanOrEqual(300);
});

test('whatever comes, the answer is a row or a reason', () => {
  const tables = [
    'cm_support_tickets',
    'cm_error_sightings',
    'cm_sites',
    'cm_settings',
    'cm_error_corrections',
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...tables), fc.anything(), (table, value) => {
      expect(typeof parseRow(table, value).ok).toBe('boolean');
    }),
  );
});

test('__proto__ does not pass as a field', () => {
  const parsed = parseRow(
    'cm_settings',
    JSON.parse(`{"key":"k","value":{"__proto__":{"x":1},"a":1},"updated_at":"${NOW}"}`),
  );
  expect(parsed).toEqual({ ok: true, row: { key: 'k', value: { a: 1 }, updated_at: NOW } });
});

test('ids are told apart in lower case', () => {
  expect(log({ ...occurrence(1), id: uuid(1).toUpperCase() })).toMatchObject({ ok: true, row: { id: uuid(1) } });
});
