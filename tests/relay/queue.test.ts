import { describe, expect, test } from 'vitest';
import { createQueue } from '../../src/relay/queue.ts';
import { MAX_BATCH, MAX_BATCH_BYTES, type SentRecord } from '../../src/relay/wire.ts';

let made = 0;
function record(change: Record<string, unknown> = {}): SentRecord & Record<string, unknown> {
  made += 1;
  return { id: `id-${made}`, timestamp: 0, count: 1, suppressed: 0, message: 'm', ...change };
}

const different = (count: number, size = 0): SentRecord[] =>
  Array.from({ length: count }, (_, index) => record({ message: `${index}${'x'.repeat(size)}` }));

describe('the queue', () => {
  test('counts identical records that wait as one', () => {
    const queue = createQueue();
    const first = record({ count: 2 });
    queue.add(first);
    queue.add(record({ count: 3, suppressed: 1 }));
    expect(queue.take()).toEqual([{ ...first, count: 5, suppressed: 1 }]);
  });

  test('does not touch a record that is under way', () => {
    const queue = createQueue();
    queue.add(record());
    const [sent] = queue.take();
    queue.add(record());
    expect(sent?.count).toBe(1);
    expect(queue.take()).toHaveLength(1);
  });

  test('does not count onto a record that was ever sent: the background may have it, with the count that it had', () => {
    const queue = createQueue();
    queue.add(record());
    const sent = queue.take();
    queue.settle(sent, []);
    queue.add(record());
    expect(queue.take().map(({ count }) => count)).toEqual([1, 1]);
  });

  test('keeps apart what differs in anything but its count and stamp', () => {
    const queue = createQueue();
    queue.add(record());
    queue.add(record({ args: { text: 'x' } }));
    expect(queue.take()).toHaveLength(2);
  });

  test('gives messages of limited number and size, in order', () => {
    const queue = createQueue();
    const records = different(250);
    for (const one of records) queue.add(one);
    const messages = [queue.take(), queue.take(), queue.take(), queue.take()];
    expect(messages.map((message) => message.length)).toEqual([MAX_BATCH, MAX_BATCH, 50, 0]);
    expect(messages.flat().map(({ id }) => id)).toEqual(records.map(({ id }) => id));

    const large = createQueue();
    for (const one of different(20, 100_000)) large.add(one);
    const message = large.take();
    expect(message.length).toBeGreaterThan(1);
    expect(JSON.stringify(message).length).toBeLessThan(MAX_BATCH_BYTES + 4_000);
  });

  test('offers again what was not done, and nothing of what was', () => {
    const queue = createQueue();
    for (const one of different(3)) queue.add(one);
    const [first, second, third] = queue.take();
    expect(queue.settle([first!, second!, third!], [second!.id, 'unknown', 7])).toBe(1);
    expect(queue.take()).toEqual([first, third]);
  });

  test('has room for so many and so much, again once they are done', () => {
    const queue = createQueue();
    const taken = different(1_500).filter((one) => queue.add(one));
    expect(taken).toHaveLength(1_000);
    const sent = queue.take();
    queue.settle(
      sent,
      sent.map(({ id }) => id),
    );
    expect(queue.add(record({ message: 'later' }))).toBe(true);

    const heavy = createQueue();
    expect(different(100, 100_000).filter((one) => heavy.add(one)).length).toBe(39);
  });

  test('has no room for a record that no message can carry', () => {
    expect(createQueue().add(record({ message: 'x'.repeat(MAX_BATCH_BYTES) }))).toBe(false);
  });
});
