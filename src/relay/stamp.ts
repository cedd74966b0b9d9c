import type { Stamp } from './wire.ts';

/**
 * Gives a record its id and its time: the relay's clock at the hand-over minus the age that the page's side tells, but never
 * before the document began.
 */
export function stamp<Seen extends { age: number }>(record: Seen): Seen & Stamp {
  const age = Math.min(record.age, performance.now());
  const time = Date.now();
  return { ...record, age, id: `${time}-${Math.random()}`, timestamp: time - age };
}
