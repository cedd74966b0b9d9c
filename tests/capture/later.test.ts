import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Post = (work: () => void, options: { delay: number }) => unknown;
const postTask = vi.fn<Post>();
const timer = vi.fn<(work: () => void, delay: number) => void>();

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('setTimeout', timer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function laterIn(scheduler: { postTask: Post } | undefined) {
  vi.stubGlobal('window', { scheduler });
  const { later } = await import('../../src/capture/natives.ts');
  return later;
}

test.each([
  [100, 100],
  [0, 0],
  [-3, 0],
  [NaN, 0],
])(
  'work in %d ms is asked of the scheduler, which refuses what is below zero, and not of a timer',
  async (delay, wait) => {
    const later = await laterIn({ postTask });
    const work = vi.fn<() => void>();
    later(work, delay);
    expect(postTask.mock.lastCall?.[0]).toBe(work);
    expect(postTask.mock.lastCall?.[1].delay).toBe(wait);
    expect(timer).not.toHaveBeenCalled();
  },
);

test('without a scheduler it is a timer', async () => {
  const later = await laterIn(undefined);
  const work = vi.fn<() => void>();
  later(work, 100);
  expect(timer.mock.lastCall?.[0]).toBe(work);
  expect(Number(timer.mock.lastCall?.[1])).toBe(100);
});
