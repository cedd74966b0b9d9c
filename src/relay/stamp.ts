import type { StampedRecord, WireRecord } from './wire.ts';

/** The relay's own clock and dice, which the page cannot reach. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds since the document began: nothing in it can be older. */
  documentAge: () => number;
}

/** Gives a record its id and its time: the hand-over minus the age that the page's side tells, as far as that is possible. */
export function stamp(record: WireRecord, clock: Clock): StampedRecord {
  const age = Math.min(record.age, Math.max(0, clock.documentAge()));
  return { ...record, age, id: randomId(), timestamp: new Date(clock.now() - age).toISOString() };
}

/** A UUID version 4. `crypto.randomUUID` is missing on pages that are not served over https. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
