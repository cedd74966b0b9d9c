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
    expect(stamp({ age: 1_500 })).toMatchObject({ age: 1_500, timestamp: Date.UTC(2026, 1, 7, 12, 0, 58, 500) });
  });

  test('never happened before the document began', () => {
    expect(stamp({ age: 1e9 })).toMatchObject({ age: 60_000, timestamp: Date.UTC(2026, 1, 7, 12) });
  });

  test('has an id of its own, from its world’s clock and dice', () => {
    const ids = Array.from({ length: 2_000 }, () => stamp({ age: 0 }).id);
    for (const id of ids) expect(id).toMatch(/^\d{13}-0\.\d+/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
