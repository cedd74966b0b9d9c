import { describe, expect, it, vi } from 'vitest';
import { remember } from '../../src/background/remembered.ts';

describe('remember', () => {
  it('makes once for all, not before somebody asks', async () => {
    const make = vi.fn(async () => ({}));
    const kept = remember(make);
    expect(make).not.toHaveBeenCalled();
    const [a, b] = await Promise.all([kept.get(), kept.get()]);
    expect(a).toBe(b);
    expect(await kept.get()).toBe(a);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('fails those who waited and tries again for the next', async () => {
    const make = vi.fn<() => Promise<string>>();
    make.mockRejectedValueOnce(new Error('blocked')).mockResolvedValueOnce('made');
    const kept = remember(make);
    for (const result of await Promise.allSettled([kept.get(), kept.get()])) expect(result.status).toBe('rejected');
    expect(make).toHaveBeenCalledTimes(1);
    expect(await kept.get()).toBe('made');
  });

  it('makes anew what was forgotten, also while it was being made', async () => {
    let made = 0;
    const kept = remember(async () => (made += 1));
    const first = kept.get();
    kept.forget();
    const second = kept.get();
    expect(await first).toBe(1);
    expect(await second).toBe(2);
    expect(await kept.get()).toBe(2);
  });

  it('does not drop the new when the forgotten fails late', async () => {
    const make = vi.fn<() => Promise<string>>();
    const failures: ((error: Error) => void)[] = [];
    const failing = new Promise<string>((_resolve, reject) => {
      failures.push(reject);
    });
    make.mockReturnValueOnce(failing).mockResolvedValue('new');
    const kept = remember(make);
    const first = kept.get();
    kept.forget();
    const second = kept.get();
    for (const fail of failures) fail(new Error('late'));
    await expect(first).rejects.toThrow('late');
    expect(await second).toBe('new');
    await kept.get();
    expect(make).toHaveBeenCalledTimes(2);
  });
});
