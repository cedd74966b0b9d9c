import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, parseRecord, recordId } from '../../../src/background/ingest/record.ts';
import { LIMITS } from '../../../src/relay/wire.ts';
import { wireRecord } from '../records.ts';

function parsed(change: Record<string, unknown>) {
  return parseRecord({ ...wireRecord(), ...change });
}

describe('parseRecord', () => {
  it('takes an honest record as it is', () => {
    const full = wireRecord({
      kind: 'http_error',
      count: 9,
      suppressed: 4,
      args: ['a', 'b'],
      causes: [{ name: 'Error', message: 'm', stack: 's' }],
      http: { method: 'GET', url: 'http://localhost/x', status: 500, duration_ms: 12.5, error: '' },
    });
    expect(parseRecord(full)).toEqual({ record: full });
  });

  it('drops fields that it does not know', () => {
    expect(parsed({ tab: 3, url: 'https://evil.example/', project: 'x', __proto__: { polluted: 1 } })).toEqual({
      record: { ...wireRecord(), id: expect.any(String) },
    });
  });

  const WRONG: [string, Record<string, unknown>][] = [
    ['id: regex', { id: 'not a uuid' }],
    ['id: regex', { id: 'not an id' }],
    ['timestamp: iso_timestamp', { timestamp: 'yesterday' }],
    ['kind: picklist', { kind: 'constructor' }],
    ['message: string', { message: { toString: 'x' } }],
    ['stack: string', { stack: undefined }],
    ['line: safe_integer', { line: 1.5 }],
    ['line: min_value', { line: -1 }],
    ['column: number', { column: '7' }],
    ['count: min_value', { count: 0 }],
    ['count: max_value', { count: 2e9 }],
    ['age: finite', { age: Number.POSITIVE_INFINITY }],
    ['args: max_length', { args: Array(LIMITS.arguments + 1).fill('x') }],
    ['args.0: string', { args: [{}] }],
    [
      'causes: max_length',
      { causes: Array.from({ length: LIMITS.causes + 1 }, () => ({ name: '', message: '', stack: '' })) },
    ],
    ['http.status: max_value', { http: { method: 'GET', url: '', status: 1_000, duration_ms: 0, error: '' } }],
  ];

  it.each(WRONG)('refuses for "%s" and keeps the id for the receipt', (reason, change) => {
    const record = { ...wireRecord(), ...change };
    expect(parseRecord(record)).toEqual({ id: record.id, reason });
  });

  it.each([[null], [7], ['text'], [[]], [{}]])('refuses %j', (raw) => {
    expect(parseRecord(raw)).toMatchObject({ id: '', reason: expect.any(String) });
  });

  it('never quotes what it refuses', () => {
    const secret = 'sk_live_51H8';
    const result = parsed({ kind: secret, timestamp: secret });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it('cuts every text to its limit instead of refusing the record', () => {
    const long = 'x'.repeat(100_000);
    const result = parsed({ message: long, stack: long, source: long, name: long, args: [long] });
    if (!('record' in result)) throw new Error(result.reason);
    const { message, stack, source, name, args = [] } = result.record;
    expect([message, stack, source, name, args[0]].map((value) => value?.length)).toEqual([
      LIMITS.message,
      LIMITS.stack,
      LIMITS.url,
      LIMITS.title,
      LIMITS.argument,
    ]);
    expect(message.endsWith('…')).toBe(true);
  });

  it('never lets more be suppressed than counted', () => {
    expect(parsed({ count: 3, suppressed: 10 })).toMatchObject({ record: { count: 3, suppressed: 3 } });
  });

  it('never throws, whatever it gets', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (raw) => {
        expect(parseRecord(raw)).toHaveProperty('reason');
      }),
    );
  });

  it('lets no text in that a database cannot hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const broken = fc.string({ unit: fc.constantFrom('\0', '\uD800', '\uDC00', '😀', 'a'), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(text, broken), fc.integer({ min: 1, max: 20 }), (value, limit) => {
        const clean = cleanText(value, limit);
        expect(clean.length).toBeLessThanOrEqual(limit);
        expect(clean).not.toMatch(/[\0\p{Surrogate}]/u);
        if (value.length < limit && !/[\0\p{Surrogate}]/u.test(value)) expect(clean).toBe(value);
      }),
    );
    const result = parsed({ message: 'a\0b\uD800c', args: ['\uDFFF'], name: '😀' });
    expect(result).toMatchObject({ record: { message: 'a�b�c', args: ['�'], name: '😀' } });
  });
});

describe('recordId', () => {
  it('is what a relay of any version can be answered with', () => {
    expect(recordId({ id: 'old-style', v: 0 })).toBe('old-style');
    for (const raw of [null, 'x', {}, { id: 7 }, { id: 'x'.repeat(65) }]) expect(recordId(raw)).toBe('');
  });
});
