import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stamp } from '../../src/relay/stamp.ts';

describe('a stamped record', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 1, 7, 12), toFake: ['Date', 'performance'] });
    vi.advanceTimersByTime(60_000);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('happened its age before it was handed over', () => {
    expect(stamp({ age: 1_500 })).toMatchObject({ age: 1_500, timestamp: '2026-02-07T12:00:58.500Z' });
  });

  test('never happened before the document began', () => {
    expect(stamp({ age: 1e9 })).toMatchObject({ age: 60_000, timestamp: '2026-02-07T12:00:00.000Z' });
  });

  test('asks for randomness once: it is dear, and a flush has hundreds of records', () => {
    const asked = vi.spyOn(crypto, 'getRandomValues');
    stamp({ age: 0 });
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  test('has an id of version 4 of its own', () => {
    const ids = Array.from({ length: 2_000 }, () => stamp({ age: 0 }).id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
    // Every random digit takes every value: a slip in the arithmetic would leave some out.
    const free = [0, 9, 15, 35].map((place) => new Set(ids.map((id) => id[place])).size);
    expect(free).toEqual([16, 16, 16, 16]);
    expect(new Set(ids.map((id) => id[19]))).toEqual(new Set(['8', '9', 'a', 'b']));
  });
});
