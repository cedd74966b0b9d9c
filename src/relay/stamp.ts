import type { Stamp } from './wire.ts';

/**
 * Gives a record its id and its time: the relay's clock at the hand-over minus the age that the page's side tells, but never
 * before the document began.
 */
export function stamp<Seen extends { age: number }>(record: Seen): Seen & Stamp {
  const age = Math.min(record.age, performance.now());
  return { ...record, age, id: randomId(), timestamp: new Date(Date.now() - age).toISOString() };
}

/** A UUID version 4. `crypto.randomUUID` is missing on pages that are not served over https. */
function randomId(): string {
  // One call for all digits: each costs microseconds, and a flush has hundreds of records.
  const dice = crypto.getRandomValues(new Uint8Array(36));
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit, place: number) =>
    // 0 and 1 become any digit; 8, the variant, one of 8 to b.
    (Number(digit) ^ ((Number(dice[place]) & 15) >> (Number(digit) / 4))).toString(16),
  );
}
