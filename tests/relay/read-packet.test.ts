import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPacket } from '../../src/relay/read-packet.ts';
import { MAX_PENDING, WIRE_VERSION } from '../../src/relay/wire.ts';

function packetOf(first: unknown, change: Record<string, unknown> = {}): string {
  return JSON.stringify({ v: WIRE_VERSION, now: 1_000, lost: 0, first, ...change });
}

const RECORD = { kind: 'js_error', message: 'm', at: 900, holdUntil: 0, count: 2, suppressed: 1, next: null };

describe('a packet', () => {
  test('gives its records in their order, with their age, without the hook’s own numbers', () => {
    const { records, lost } = readPacket(packetOf({ ...RECORD, next: { ...RECORD, at: 950 } }, { lost: 3 }));
    expect(records).toEqual([
      { kind: 'js_error', message: 'm', count: 2, suppressed: 1, age: 100 },
      { kind: 'js_error', message: 'm', count: 2, suppressed: 1, age: 50 },
    ]);
    expect(lost).toBe(3);
  });

  test.each([
    ['no text', { v: WIRE_VERSION }],
    ['no JSON', '{"v":1,'],
    ['a number', '1'],
    ['null', 'null'],
    ['another version', packetOf(RECORD, { v: WIRE_VERSION + 1 })],
    ['records that are none', packetOf('x')],
    ['longer than any of ours', packetOf({ ...RECORD, message: 'x'.repeat(5_000_000) })],
  ])('that is %s gives nothing', (_title, packet) => {
    expect(readPacket(packet)).toEqual({ records: [], lost: 0 });
  });

  test('gives no more records than a window of ours can hold', () => {
    let first: unknown = null;
    for (let i = 0; i < 3_000; i += 1) first = { ...RECORD, next: first };
    expect(readPacket(packetOf(first)).records).toHaveLength(2 * MAX_PENDING);
  });

  test.each([Number.NaN, -5, 1e300, 'many', null, {}])('has whole and bounded numbers instead of %s', (value) => {
    const [record] = readPacket(packetOf({ ...RECORD, count: value, suppressed: value, at: value })).records;
    for (const number of [record?.count, record?.suppressed, record?.age]) {
      expect(number).toSatisfy((n: number) => Number.isInteger(n) && n >= 0 && n <= 1e9);
    }
  });

  test('has its texts as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const [record] = readPacket(packetOf({ ...RECORD, message })).records;
        expect(record).toMatchObject({ message });
      }),
      { examples: [['\\ud800'], ['\ud83d'], ['a\\\ud800'], ['\0']] },
    );
  });
});
