import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox, type Outbox } from '../../src/relay/outbox.ts';
import type { SentRecord } from '../../src/relay/wire.ts';

type Batch = { records: SentRecord[]; dropped: number };

interface Sent {
  at: number;
  batch: Batch;
  answer: (receipt: unknown) => void;
  fail: () => void;
}

/** The background as the outbox sees it, under fake time. */
class Background {
  readonly sent: Sent[] = [];
  /** Answers by itself unless null. */
  reply: ((batch: Batch) => unknown) | null = (batch) => ({ done: batch.records.map(({ id }) => id) });
  shown = true;
  private readonly start = Date.now();
  readonly outbox: Outbox = createOutbox({
    isShown: () => this.shown,
    now: () => Date.now() - this.start,
    later: (work, delay) => setTimeout(work, delay),
    send: (records, dropped) =>
      new Promise((resolve, reject) => {
        const at = Date.now() - this.start;
        const batch = structuredClone({ records, dropped });
        this.sent.push({ at, batch, answer: resolve, fail: () => reject(new Error('gone')) });
        if (this.reply) resolve(this.reply(batch));
      }),
  });

  /** Ids of everything sent, message by message. */
  get ids(): string[][] {
    return this.sent.map(({ batch }) => batch.records.map(({ id }) => id));
  }

  get last(): Sent {
    return this.sent.at(-1)!;
  }
}

function record(id: string, change: Partial<SentRecord> & Record<string, unknown> = {}): SentRecord {
  const fresh = { id, timestamp: 0, count: 1, suppressed: 0, message: id };
  return { ...fresh, ...change };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
let background: Background;

beforeEach(() => {
  vi.useFakeTimers();
  background = new Background();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('records on their way', () => {
  test('go out soon, together with what comes at the same moment', async () => {
    background.outbox.add(record('a'));
    background.outbox.add(record('b'));
    await pass(60);
    expect(background.ids).toEqual([['a', 'b']]);
    expect(background.last.batch.dropped).toBe(0);
    await pass(60_000);
    expect(background.sent).toHaveLength(1);
  });

  test('of a storm go out in few messages', async () => {
    for (let i = 0; i < 100; i += 1) {
      background.outbox.add(record(`r${i}`));
      await pass(10);
    }
    await pass(1_000);
    expect(background.ids.flat()).toHaveLength(100);
    expect(background.sent.length).toBeLessThanOrEqual(6);
  });

  test('wait while a message is under way', async () => {
    background.reply = null;
    background.outbox.add(record('a'));
    await pass(60);
    background.outbox.add(record('b'));
    await pass(5_000);
    expect(background.ids).toEqual([['a']]);
    background.last.answer({ done: ['a'] });
    await pass(300);
    expect(background.ids).toEqual([['a'], ['b']]);
  });
});

describe('what the background did not acknowledge', () => {
  test.each([
    ['the worker died', (sent: Sent) => sent.fail()],
    ['no answer came', () => undefined],
    ['the answer is nothing', (sent: Sent) => sent.answer(undefined)],
    ['the answer is a failure', (sent: Sent) => sent.answer({ failure: { code: 'busy', detail: '' } })],
    ['the receipt is no list', (sent: Sent) => sent.answer({ done: 'a' })],
    ['the receipt is for another', (sent: Sent) => sent.answer({ done: ['z'] })],
  ])('is sent again with the same id: %s', async (_title, act) => {
    background.reply = null;
    background.outbox.add(record('a'));
    await pass(60);
    act(background.last);
    await pass(16_000);
    expect(background.ids.length).toBeGreaterThan(1);
    expect(new Set(background.ids.flat())).toEqual(new Set(['a']));
  });

  test('is sent again after longer and longer pauses, at last every half minute', async () => {
    background.reply = () => undefined;
    background.outbox.add(record('a'));
    await pass(200_000);
    const times = background.sent.map(({ at }) => at);
    const pauses = times.slice(1).map((at, index) => at - times[index]!);
    expect(pauses.slice(0, 9)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('goes out at the usual pace once the background is back', async () => {
    background.reply = () => undefined;
    background.outbox.add(record('a'));
    await pass(3_000);
    background.reply = (batch) => ({ done: batch.records.map(({ id }) => id) });
    await pass(4_000);
    background.outbox.add(record('b'));
    await pass(300);
    expect(background.ids.at(-1)).toEqual(['b']);
    await pass(60_000);
    expect(background.ids.at(-1)).toEqual(['b']);
  });

  test('is settled once, though its answer comes after it was given up', async () => {
    background.reply = null;
    background.outbox.add(record('a'));
    await pass(15_100);
    const [first] = background.sent;
    await pass(600);
    expect(background.ids).toEqual([['a'], ['a']]);
    first!.answer({ done: ['a'] });
    background.last.answer({ done: ['a'] });
    await pass(60_000);
    expect(background.sent).toHaveLength(2);
  });

  test('of a message that is partly stored is the rest', async () => {
    background.reply = null;
    background.outbox.add(record('a'));
    background.outbox.add(record('b'));
    await pass(60);
    background.last.answer({ done: ['b'] });
    await pass(300);
    expect(background.ids).toEqual([['a', 'b'], ['a']]);
  });
});

describe('what is given up', () => {
  test('is counted, and told until somebody heard it', async () => {
    background.reply = null;
    background.outbox.lose(7);
    background.outbox.add(record('a'));
    await pass(60);
    expect(background.last.batch.dropped).toBe(7);
    background.last.fail();
    background.outbox.lose(1);
    await pass(600);
    expect(background.last.batch.dropped).toBe(8);
    background.outbox.lose(2);
    background.last.answer({ done: ['a'] });
    background.outbox.add(record('b'));
    await pass(600);
    expect(background.last.batch.dropped).toBe(2);
  });

  test('because too much waits is counted by its occurrences', async () => {
    background.reply = null;
    for (let i = 0; i < 1_200; i += 1) background.outbox.add(record(`r${i}`, { count: 3 }));
    await pass(60);
    expect(background.last.batch.dropped).toBe(600);
    background.last.answer({ done: background.ids[0] });
    await pass(600);
    expect(background.last.batch.dropped).toBe(0);
  });
});

describe('a page that goes away', () => {
  test('sends everything at once, though a message is under way', async () => {
    background.reply = null;
    background.outbox.add(record('a'));
    await pass(60);
    for (let i = 0; i < 150; i += 1) background.outbox.add(record(`r${i}`));
    background.outbox.leaving(true);
    expect(background.ids.map((ids) => ids.length)).toEqual([1, 100, 50]);
    background.outbox.add(record('last words'));
    expect(background.ids.at(-1)).toEqual(['last words']);
  });

  test('tells once what it gave up, in however many messages it goes', async () => {
    background.reply = null;
    background.outbox.lose(7);
    for (let i = 0; i < 150; i += 1) background.outbox.add(record(`r${i}`));
    background.outbox.leaving(true);
    expect(background.sent.map(({ batch }) => batch.dropped)).toEqual([7, 0]);
    for (const { answer, batch } of background.sent) answer({ done: batch.records.map(({ id }) => id) });
    background.outbox.leaving(false);
    background.outbox.add(record('back'));
    await pass(600);
    expect(background.last.batch.dropped).toBe(0);
  });

  test('and comes back from the cache sends again what was never answered', async () => {
    background.reply = null;
    background.outbox.add(record('a'));
    background.outbox.leaving(true);
    expect(background.ids).toEqual([['a']]);
    background.outbox.leaving(false);
    await pass(16_000);
    expect(background.ids).toEqual([['a'], ['a']]);
  });
});

test('a page that nobody sees sends nothing until somebody does', async () => {
  background.shown = false;
  background.outbox.add(record('a'));
  await pass(60_000);
  background.outbox.leaving(true);
  background.outbox.leaving(false);
  expect(background.sent).toEqual([]);
  background.shown = true;
  background.outbox.leaving(false);
  await pass(60);
  expect(background.ids).toEqual([['a']]);
});
