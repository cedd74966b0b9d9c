import { describe, expect, it, vi } from 'vitest';
import { createBarrier } from '../../src/background/barrier.ts';

describe('createBarrier', () => {
  it('prepares once for all, not before somebody asks', async () => {
    const prepare = vi.fn(async () => ({}));
    const ready = createBarrier(prepare);
    expect(prepare).not.toHaveBeenCalled();
    const [a, b] = await Promise.all([ready(), ready()]);
    expect(a).toBe(b);
    expect(await ready()).toBe(a);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('fails those who waited and tries again for the next', async () => {
    const prepare = vi.fn<() => Promise<string>>();
    prepare.mockRejectedValueOnce(new Error('blocked')).mockResolvedValueOnce('ready');
    const ready = createBarrier(prepare);
    const waiting = [ready(), ready()];
    for (const result of await Promise.allSettled(waiting)) expect(result.status).toBe('rejected');
    expect(prepare).toHaveBeenCalledTimes(1);
    expect(await ready()).toBe('ready');
  });
});
