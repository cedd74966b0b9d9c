import { LIMITS, WIRE_VERSION, type StampedRecord } from '../../src/relay/wire.ts';
import type { ReceivedBatch } from '../../src/messages/requests.ts';

/** A moment that all tests agree on. */
export const NOW = Date.UTC(2026, 1, 7, 12);

export function at(offset: number): string {
  return new Date(NOW + offset).toISOString();
}

let made = 0;

/** A new id of version 4; ids of one test run never repeat. */
export function newId(): string {
  made += 1;
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** An uncaught error as an honest relay sends it. */
export function wireRecord(change: Partial<StampedRecord> = {}): StampedRecord {
  const stack =
    'RangeError: no rates for this date\n    at quote (http://localhost:3000/app.js:12:7)\n    at http://localhost:3000/app.js:40:1';
  return {
    id: newId(),
    timestamp: at(-1_000),
    kind: 'js_error',
    message: 'Uncaught RangeError: no rates for this date',
    name: 'RangeError',
    stack,
    source: 'http://localhost:3000/app.js',
    line: 12,
    column: 7,
    count: 1,
    suppressed: 0,
    age: 0,
    ...change,
  };
}

export function batchOf(records: unknown[], change: Partial<ReceivedBatch> = {}): ReceivedBatch {
  if (records.length > LIMITS.batch) throw new RangeError('No relay sends that many');
  return { type: 'capture.batch', wire: WIRE_VERSION, records, title: 'Booking', dropped: 0, crumbs: [], ...change };
}
