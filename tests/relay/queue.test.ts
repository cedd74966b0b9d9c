import { describe, expect, test } from 'vitest';
import { createQueue } from '../../src/relay/queue.ts';
import type { SentRecord } from '../../src/relay/wire.ts';

function record(id: string, count = 1): SentRecord {
  return { id, timestamp: '2025-11-22T21:43:05.000Z', count, suppressed: 0 };
}

function counts(records: readonly SentRecord[]): [string, number][] {
  return records.map(({ id, count }) => [id, count]);
}

describe('queue', () => {
  test('counts identical records that wait as one', () => {
    const queue = createQueue();
    queue.add(record('a'));
    queue.add(record('b', 4));
    expect(counts(queue.take())).toEqual([['a', 5]]);
  });

  test('never adds to a record that was sent: its first delivery may be stored although the answer was lost', () => {
    const queue = createQueue();
    queue.add(record('a'));
    queue.settle(queue.take(), []);
    queue.add(record('b'));
    queue.add(record('c'));
    const again = queue.take();
    expect(counts(again)).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(queue.settle(again, ['a', 'b'])).toBe(2);
    expect(queue.take()).toEqual([]);
  });
});
